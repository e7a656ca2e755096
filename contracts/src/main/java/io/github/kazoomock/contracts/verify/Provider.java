package io.github.kazoomock.contracts.verify;

import io.github.kazoomock.contracts.pact.PactInteraction;

/** What is verified, in Pact's word: the mock, or a server somewhere. */
public interface Provider {
    /**
     * Begins an interaction, which sees nothing of the ones before it.
     *
     * @throws Skipped when this one is not to be tried here
     * @throws io.github.kazoomock.contracts.Unreachable when nobody answers; nothing further is tried
     */
    Trial begin(PactInteraction interaction);
}
