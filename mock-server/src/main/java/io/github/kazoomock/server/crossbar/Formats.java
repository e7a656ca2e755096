package io.github.kazoomock.server.crossbar;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Content types of an operation.
 *
 * @param accepted what its body may be besides the usual
 * @param offered what its reply can be, in order of preference
 * @param table how a list of it looks as comma-separated values
 */
public record Formats(Set<String> accepted, List<String> offered, TableStyle table) {
    /** What every operation takes and gives (core sheet 4.1 and 6.5). */
    static final Formats USUAL = new Formats(Set.of(), MediaTypes.OFFERED, TableStyle.QUOTED);

    /** Types that a body may have besides the usual, sorted; {@code *}{@code /*} for any. */
    public List<String> uploads() {
        return accepted.stream().sorted().toList();
    }

    /** Types that a reply can have besides an envelope of JSON, and besides a table, which is offered of everything. */
    public List<String> downloads() {
        return offered.stream().filter(type -> !USUAL.offered.contains(type)).toList();
    }

    Formats accepting(List<String> types) {
        return new Formats(Set.copyOf(types), offered, table);
    }

    Formats offering(List<String> types) {
        return new Formats(accepted, List.copyOf(types), table);
    }

    Formats alsoOffering(List<String> types) {
        return new Formats(
                accepted, Stream.concat(offered.stream(), types.stream()).toList(), table);
    }

    Formats tabled(TableStyle style) {
        return new Formats(accepted, offered, style);
    }
}
