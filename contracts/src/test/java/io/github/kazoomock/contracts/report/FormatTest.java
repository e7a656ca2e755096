package io.github.kazoomock.contracts.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.contracts.report.Case.Verdict;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class FormatTest {
    private static final Report MIXED = new Report(
            "verify",
            "shop.json against the mock (demo, kazoo-5)",
            List.of(
                    new Case("menus.get answers 200", "menus.get", Verdict.PASSED, "", List.of(), ms(5)),
                    new Case(
                            "reads a user",
                            "users.get",
                            Verdict.FAILED,
                            "",
                            List.of(
                                    new Finding("missing field", "response body /data/name", "a string", ""),
                                    new Finding("wrong status", "response status", "200", "404")),
                            ms(12)),
                    new Case(
                            "devices.list answers 200",
                            "devices.list",
                            Verdict.ACCEPTED,
                            "firmware of May, until 2027-01-01",
                            List.of(new Finding("not in enum", "response body /data/0/owner", "one of a|b", "\"c\"")),
                            ms(3)),
                    new Case("media.raw", "media.raw", Verdict.SKIPPED, "no sound in this fixture", List.of(), ms(0))));

    private static final Report FINE = new Report(
            "check", "one.har", List.of(new Case("a", "", Verdict.PASSED, "", List.of(), Duration.ofSeconds(2))));

    @Test
    void a_terminal_shows_failures_first_and_counts_last() {
        assertThat(Format.HUMAN.write(MIXED)).isEqualTo("""
                        verify: shop.json against the mock (demo, kazoo-5)

                        FAILED  reads a user (users.get)
                          missing field: response body /data/name: expected a string
                          wrong status: response status: expected 200, got 404

                        ACCEPTED  devices.list answers 200: firmware of May, until 2027-01-01
                          not in enum: response body /data/0/owner: expected one of a|b, got "c"

                        SKIPPED  media.raw: no sound in this fixture

                        1 passed, 1 failed, 1 accepted, 1 skipped in 0.02 s
                        """);
    }

    @Test
    void a_terminal_shows_little_when_all_is_fine() {
        assertThat(Format.HUMAN.write(FINE)).isEqualTo("""
                        check: one.har

                        1 passed, 0 failed in 2.00 s
                        """);
    }

    @Test
    void json_has_everything() {
        assertThat(Json.parse(Format.JSON.write(MIXED))).isEqualTo(Json.parse("""
                        {
                          "title": "verify",
                          "subject": "shop.json against the mock (demo, kazoo-5)",
                          "fine": false,
                          "counts": {"passed": 1, "failed": 1, "accepted": 1, "skipped": 1},
                          "took_ms": 20,
                          "cases": [
                            {"name": "menus.get answers 200", "operation": "menus.get", "verdict": "passed", "note": "",
                              "took_ms": 5, "findings": []},
                            {"name": "reads a user", "operation": "users.get", "verdict": "failed", "note": "",
                              "took_ms": 12, "findings": [
                              {"kind": "missing field", "where": "response body /data/name", "expected": "a string",
                                "actual": ""},
                              {"kind": "wrong status", "where": "response status", "expected": "200", "actual": "404"}]},
                            {"name": "devices.list answers 200", "operation": "devices.list", "verdict": "accepted",
                              "note": "firmware of May, until 2027-01-01", "took_ms": 3, "findings": [
                              {"kind": "not in enum", "where": "response body /data/0/owner",
                                "expected": "one of a|b", "actual": "\\"c\\""}]},
                            {"name": "media.raw", "operation": "media.raw", "verdict": "skipped",
                              "note": "no sound in this fixture", "took_ms": 0, "findings": []}
                          ]
                        }"""));
        assertThat(((JsonObject) Json.parse(Format.JSON.write(FINE))).isTrue("fine"))
                .isTrue();
    }

    @Test
    void junit_has_a_testcase_for_every_case() {
        assertThat(Format.JUNIT.write(MIXED)).isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <testsuites name="verify" tests="4" failures="1" errors="0" skipped="2" time="0.020">
                          <testsuite name="verify: shop.json against the mock (demo, kazoo-5)" tests="4" failures="1" errors="0" skipped="2" time="0.020">
                            <testcase classname="menus.get" name="menus.get answers 200" time="0.005"/>
                            <testcase classname="users.get" name="reads a user" time="0.012">
                              <failure message="missing field: response body /data/name: expected a string (and 1 more)" type="missing field, wrong status">missing field: response body /data/name: expected a string
                        wrong status: response status: expected 200, got 404</failure>
                            </testcase>
                            <testcase classname="devices.list" name="devices.list answers 200" time="0.003">
                              <skipped message="accepted: firmware of May, until 2027-01-01"/>
                            </testcase>
                            <testcase classname="media.raw" name="media.raw" time="0.000">
                              <skipped message="no sound in this fixture"/>
                            </testcase>
                          </testsuite>
                        </testsuites>
                        """);
    }

    @Test
    void junit_is_xml_whatever_is_in_it() throws Exception {
        String nasty = "<a href=\"x\">&amp; ]]> '\r\n\t\u0000\u001b\ud800 \ud83d\ude00";
        Report report = new Report(
                nasty,
                nasty,
                List.of(new Case(
                        nasty,
                        nasty,
                        Verdict.FAILED,
                        nasty,
                        List.of(new Finding(nasty, nasty, nasty, nasty)),
                        Duration.ZERO)));
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Format.JUNIT.write(report))))
                .getDocumentElement();
        assertThat(root.getAttribute("name"))
                .isEqualTo("<a href=\"x\">&amp; ]]> '\r\n\t\ufffd\ufffd\ufffd \ud83d\ude00");
    }

    @Test
    void markdown_groups_failures_by_operation() {
        assertThat(Format.MARKDOWN.write(MIXED)).isEqualTo("""
                        # verify: failed

                        shop.json against the mock (demo, kazoo-5)

                        | passed | failed | accepted | skipped |
                        |---:|---:|---:|---:|
                        | 1 | 1 | 1 | 1 |

                        ## Failures

                        | operation | case | what | where | expected | actual |
                        |---|---|---|---|---|---|
                        | `users.get` | reads a user | missing field | `response body /data/name` | `a string` |  |
                        |  |  | wrong status | `response status` | `200` | `404` |

                        ## Accepted for now

                        | operation | case | what | where | expected | actual |
                        |---|---|---|---|---|---|
                        | `devices.list` | devices.list answers 200 | firmware of May, until 2027-01-01 |  |  |  |
                        |  |  | not in enum | `response body /data/0/owner` | `one of a\\|b` | `"c"` |

                        ## Skipped

                        - 1: no sound in this fixture
                        """);
        assertThat(Format.MARKDOWN.write(FINE)).isEqualTo("""
                        # check: passed

                        one.har

                        | passed | failed | accepted | skipped |
                        |---:|---:|---:|---:|
                        | 1 | 0 | 0 | 0 |
                        """);
    }

    @Test
    void markdown_stays_short() {
        List<Case> cases = IntStream.range(0, 150)
                .mapToObj(each -> new Case(
                        "case " + each,
                        "users.get",
                        Verdict.FAILED,
                        "",
                        List.of(new Finding("wrong value", "", "x".repeat(5000), "")),
                        Duration.ZERO))
                .toList();
        String text = Format.MARKDOWN.write(new Report("verify", "much", cases));
        assertThat(text.lines().filter(line -> line.startsWith("| "))).hasSize(103);
        assertThat(text).hasSizeLessThan(20_000).endsWith("\nand 50 more rows, which the other formats have.\n");
    }

    private static Duration ms(long milliseconds) {
        return Duration.ofMillis(milliseconds);
    }
}
