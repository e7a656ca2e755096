package io.github.kazoomock.contracts.record.world;

import java.util.List;

/** What stands beside a fixture that was made of a recording, for whoever finds it. */
final class Readme {
    private static final int MOST = 200;

    private Readme() {}

    static String of(RecordedWorld.Made made) {
        StringBuilder text = new StringBuilder("# A recorded world\n\n")
                .append("Made by `kazoo-mock contracts record` of what a client asked a server: ")
                .append(made.accounts())
                .append(" accounts with ")
                .append(made.documents())
                .append(" documents, as far as they were read.\n")
                .append(
                        "Tokens, passwords, hashes, keys, pins, emails, telephone numbers, addresses and names of people are\n")
                .append(
                        "pseudonyms; ids are those of the server. Of what only a list showed, the rest is made up as the schemas need it.\n\n")
                .append("Start it at the time of the recording, because lists of calls reach back from now:\n\n")
                .append("    kazoo-mock serve --fixture DIR --clock ")
                .append(made.until())
                .append("\n\n")
                .append("## Logins\n\nPasswords are in no recording. **Everybody's password here is `")
                .append(RecordedWorld.password())
                .append("`.**\n\n")
                .append("| account | username | privilege |\n|---|---|---|\n");
        for (RecordedWorld.Login login : made.logins().stream().limit(MOST).toList()) {
            text.append("| ")
                    .append(login.account())
                    .append(" | `")
                    .append(login.username())
                    .append("` | ")
                    .append(login.privilege())
                    .append(" |\n");
        }
        more(text, made.logins());
        if (!made.leftOut().isEmpty()) {
            text.append("\n## Left out\n\nWhat the mock's schemas do not take, so that it is not in the fixture:\n\n");
            made.leftOut().stream()
                    .limit(MOST)
                    .forEach(each ->
                            text.append("- ").append(each.replace("\n", " ")).append('\n'));
            more(text, made.leftOut());
        }
        return text.toString();
    }

    private static void more(StringBuilder text, List<?> rows) {
        if (rows.size() > MOST) {
            text.append("\n(and ").append(rows.size() - MOST).append(" more)\n");
        }
    }
}
