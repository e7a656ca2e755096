package io.github.kazoomock.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A local repository as a user of ours has it: with our artifacts and whatever else was ever downloaded.
 *
 * <p>The usual local repository of this machine is linked into it, so nothing is downloaded twice, and nothing of ours
 * gets into that.
 */
record Repository(Path folder) {
    private static final List<String> OURS = List.of("io", "github", "kazoomock");

    /**
     * Links what is there.
     *
     * @param usual the local repository of this machine
     */
    static Repository make(Path folder, Path usual) throws IOException {
        link(folder, usual, OURS);
        return new Repository(folder);
    }

    /** Everything in the folder but what is on the way to ours, which becomes a folder of its own. */
    private static void link(Path own, Path other, List<String> ours) throws IOException {
        Files.createDirectories(own);
        if (ours.isEmpty() || !Files.isDirectory(other)) {
            return;
        }
        List<Path> there;
        try (Stream<Path> children = Files.list(other)) {
            there = children.filter(child -> !child.endsWith(ours.get(0))).toList();
        }
        for (Path child : there) {
            Path link = own.resolve(other.relativize(child));
            if (!Files.exists(link)) {
                Files.createSymbolicLink(link, child);
            }
        }
        link(own.resolve(ours.get(0)), other.resolve(ours.get(0)), ours.subList(1, ours.size()));
    }

    /** Puts one of our artifacts in, as {@code mvn install} does. */
    void install(String artifact, String version, String ending, Path file) throws IOException {
        Path place = folder.resolve(String.join("/", OURS)).resolve(artifact).resolve(version);
        Files.createDirectories(place);
        Files.copy(file, place.resolve(artifact + "-" + version + "." + ending), StandardCopyOption.REPLACE_EXISTING);
    }
}
