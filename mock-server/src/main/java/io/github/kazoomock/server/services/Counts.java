package io.github.kazoomock.server.services;

/** All quantities of an account, from wherever they come. */
public record Counts(Quantities account, Quantities cascade, Quantities manual) {

    public static Counts of(ServiceRecord services) {
        return new Counts(services.account(), services.cascade(), Quantities.read(services.manual()));
    }

    /** Own and by hand, a manual quantity replacing a counted one even when it is 0 (services sheet 3.3). */
    long own(ItemKey key) {
        Long byHand = manual.get(key);
        return byHand == null ? account.count(key) : byHand;
    }
}
