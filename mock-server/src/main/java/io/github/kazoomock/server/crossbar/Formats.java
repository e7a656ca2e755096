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
record Formats(Set<String> accepted, List<String> offered, TableStyle table) {
    /** What every operation takes and gives (core sheet 4.1 and 6.5). */
    static final Formats USUAL = new Formats(Set.of(), MediaTypes.OFFERED, TableStyle.QUOTED);

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
