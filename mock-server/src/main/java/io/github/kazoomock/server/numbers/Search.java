package io.github.kazoomock.server.numbers;

import io.github.kazoomock.server.world.Index;
import io.github.kazoomock.server.world.Ref;
import io.github.kazoomock.server.world.World;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Numbers that an account can have (admin sheet 1.4).
 *
 * @param reservers accounts whose reserved numbers are its to take: itself and its reseller
 * @param builtIn whether the carrier inside the mock is asked
 */
public record Search(World world, Set<String> reservers, boolean builtIn) {
    /** How many characters the numbers have in common that KAZOO keeps in one database: {@code +1415}. */
    private static final int DATABASE = 5;

    /** Numbers and their states, in order: those of the system from the prefix upwards, of the carrier under it. */
    public SortedMap<String, NumberState> under(String prefix) {
        SortedMap<String, NumberState> found = new TreeMap<>();
        if (builtIn) {
            for (String number : Offers.under(prefix)) {
                if (PhoneNumber.find(world, number) == null) {
                    found.put(number, NumberState.DISCOVERY);
                }
            }
        }
        String database = prefix.substring(0, Math.min(DATABASE, prefix.length()));
        String from = PhoneNumber.ALL.name() + Index.SEPARATOR + prefix;
        for (Map.Entry<String, Ref> entry :
                world.range(PhoneNumber.ALL, database).tailMap(from, true).entrySet()) {
            PhoneNumber number = PhoneNumber.find(world, entry.getValue().id());
            if (number != null && isFree(number)) {
                found.put(number.number(), number.state());
            }
        }
        return found;
    }

    private boolean isFree(PhoneNumber number) {
        return switch (number.state()) {
            case AVAILABLE -> true;
            case RESERVED -> reservers.contains(number.keeper());
            default -> false;
        };
    }
}
