package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.server.sandbox.Decision;
import org.jspecify.annotations.Nullable;

/** The ids that clients wish for new documents (decision H21). */
public final class NewIds {
    private NewIds() {}

    /**
     * The id in the body, where such a wish counts; else null.
     *
     * @throws Refusal when it counts only with 32 characters and has not as many
     */
    public static @Nullable String chosen(Call call) {
        String wanted = call.data().text("id");
        boolean ignored = call.does(Decision.CLIENT_CHOSEN_IDS_ARE_IGNORED);
        boolean allowed = new Settings(call.sandbox().world()).isSet("crossbar", "allow_onboarding_setting_id");
        if (wanted == null || (ignored && !allowed)) {
            return null;
        }
        if (ignored && wanted.length() != 32) {
            Faults faults = Faults.none(false, false);
            faults.add("id", "minLength", "ID must be 32 characters");
            faults.refuse();
        }
        return wanted;
    }
}
