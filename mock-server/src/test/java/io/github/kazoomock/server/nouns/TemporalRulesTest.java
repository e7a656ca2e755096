package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.server.TestClient.Response;
import io.github.kazoomock.server.world.Gregorian;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class TemporalRulesTest {
    private static final String TAU = "{'name':'Tau Day','cycle':'yearly','month':6,'days':[28],'ordinal':'every'}";

    private static long gregorian(String instant) {
        return Gregorian.seconds(Instant.parse(instant));
    }

    @Nested
    class OverHttp {
        private Office office;

        @BeforeEach
        void open() {
            office = new Office("kazoo-5");
        }

        @AfterEach
        void close() {
            office.close();
        }

        @Test
        void aNewRuleHasIntervalAndStart() {
            Response made = office.put("temporal_rules", "{'name':'Open','cycle':'weekly','wdays':['wensday']}");
            assertThat(made.status()).isEqualTo(201);
            assertThat(made.data().without("id"))
                    .isEqualTo(json("{'name':'Open','cycle':'weekly','wdays':['wensday'],"
                            + "'interval':1,'start_date':62586115200}"));
        }

        @Test
        void aRowHasTheTypeThatFrontEndsGiveIt() {
            String id = office.made("temporal_rules", "{'name':'Open','cycle':'daily','type':'main_weekdays'}");
            assertThat(PlainNounsTest.row(office.get("temporal_rules"), id))
                    .isEqualTo(
                            json("{'id':'" + id + "','name':'Open','type':'main_weekdays','features':[],'flags':[]}"));
            assertThat(office.get("temporal_rules?filter_type=main_weekdays")
                            .body()
                            .array("data")
                            .size())
                    .isEqualTo(1);
        }

        @Test
        void cycleAndNameAreRequired() {
            assertThat(office.put("temporal_rules", "{'cycle':'hourly'}").data().keys())
                    .containsExactlyInAnyOrder("cycle", "name");
        }

        @Test
        void tellsWhetherItMatchesAMoment() {
            String path = "temporal_rules/" + office.made("temporal_rules", TAU);
            Response plain = office.get(path);
            assertThat(plain.body().object("metadata").has("rule_matches")).isFalse();
            Response tau = office.get(path + "?timestamp=" + gregorian("2026-06-28T06:28:31Z"));
            assertThat(tau.body().object("metadata").get("rule_matches")).hasToString("true");
            assertThat(tau.data()).isEqualTo(plain.data());
            Response pi = office.get(path + "?timestamp=" + gregorian("2026-03-14T15:09:26Z"));
            assertThat(pi.body().object("metadata").get("rule_matches")).hasToString("false");
        }

        @Test
        void theTimezoneShiftsTheFirstDay() {
            long start = gregorian("2026-06-28T02:00:00Z");
            String path = "temporal_rules/"
                    + office.made("temporal_rules", "{'name':'Once','cycle':'date','start_date':" + start + "}");
            String noon = path + "?timestamp=" + gregorian("2026-06-27T12:00:00Z") + "&timezone=";
            assertThat(office.get(noon + "America/New_York")
                            .body()
                            .object("metadata")
                            .isTrue("rule_matches"))
                    .isTrue();
            assertThat(office.get(noon + "Europe/Berlin")
                            .body()
                            .object("metadata")
                            .isTrue("rule_matches"))
                    .isFalse();
            assertThat(office.get(noon + "Nowhere/At_All")
                            .body()
                            .object("metadata")
                            .has("rule_matches"))
                    .isTrue();
        }

        @Test
        void aMomentBeforeUnixIsMalformedAndNoNumberIsIgnored() {
            String path = "temporal_rules/" + office.made("temporal_rules", TAU);
            assertThat(office.get(path + "?timestamp=1782628111").body().object("metadata"))
                    .satisfies(metadata -> {
                        assertThat(metadata.text("timestamp")).isEqualTo("malformed");
                        assertThat(metadata.has("rule_matches")).isFalse();
                    });
            assertThat(office.get(path + "?timestamp=999999999999999999")
                            .body()
                            .object("metadata")
                            .text("timestamp"))
                    .isEqualTo("malformed");
            assertThat(office.get(path + "?timestamp=soon")
                            .body()
                            .object("metadata")
                            .keys())
                    .containsExactly("id", "created", "modified");
        }

        @Test
        void kazoo50TellsNothing() {
            try (Office older = new Office("kazoo-5.0")) {
                String path = "temporal_rules/" + older.made("temporal_rules", TAU);
                Response tau = older.get(path + "?timestamp=" + gregorian("2026-06-28T06:28:31Z"));
                assertThat(tau.status()).isEqualTo(200);
                assertThat(tau.text()).doesNotContain("rule_matches");
            }
        }
    }

    @Nested
    class OnTheCalendar {
        private boolean matches(String rule, String local) {
            String start = "'start_date':" + gregorian("2026-01-05T00:00:00Z") + ","; // a Monday
            String whole = rule.contains("start_date") ? rule : rule.replaceFirst("\\{", "{" + start);
            LocalDateTime time = LocalDateTime.parse(local.contains("T") ? local : local + "T12:00:00");
            return TemporalRule.of(json(whole), ZoneOffset.UTC).matches(time);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                {'cycle':'date'}                                             | 2026-01-05 | true
                {'cycle':'date'}                                             | 2026-01-06 | false
                {'cycle':'daily'}                                            | 2026-01-04 | false
                {'cycle':'daily'}                                            | 2026-01-06 | true
                {'cycle':'daily','interval':3}                               | 2026-01-08 | true
                {'cycle':'daily','interval':3}                               | 2026-01-09 | false
                {'cycle':'weekly','wdays':['monday','wensday']}              | 2026-02-04 | true
                {'cycle':'weekly','wdays':['wednesday']}                     | 2026-02-04 | true
                {'cycle':'weekly','wdays':['monday']}                        | 2026-02-04 | false
                {'cycle':'weekly'}                                           | 2026-01-05 | false
                {'cycle':'weekly','interval':2,'wdays':['sunday']}           | 2026-01-11 | true
                {'cycle':'weekly','interval':2,'wdays':['sunday']}           | 2026-01-18 | false
                {'cycle':'weekly','interval':2,'wdays':['sunday']}           | 2026-01-25 | true
                {'cycle':'monthly','days':[1,31]}                            | 2026-03-31 | true
                {'cycle':'monthly','days':[1,31]}                            | 2026-03-30 | false
                {'cycle':'monthly','days':[31]}                              | 2026-05-01 | false
                {'cycle':'monthly','interval':2,'days':[10]}                 | 2026-02-10 | false
                {'cycle':'monthly','interval':2,'days':[10]}                 | 2027-01-10 | true
                {'cycle':'monthly','ordinal':'every','wdays':['friday']}     | 2026-01-16 | true
                {'cycle':'monthly','ordinal':'second','wdays':['friday']}    | 2026-01-09 | true
                {'cycle':'monthly','ordinal':'second','wdays':['friday']}    | 2026-01-16 | false
                {'cycle':'monthly','ordinal':'fifth','wdays':['friday']}     | 2026-01-30 | true
                {'cycle':'monthly','ordinal':'fifth','wdays':['friday']}     | 2026-02-27 | false
                {'cycle':'monthly','ordinal':'last','wdays':['friday']}      | 2026-02-27 | true
                {'cycle':'monthly','ordinal':'last','wdays':['friday']}      | 2026-02-20 | false
                {'cycle':'yearly','month':9,'ordinal':'first','wdays':['monday']} | 2026-09-07 | true
                {'cycle':'yearly','month':9,'ordinal':'first','wdays':['monday']} | 2026-09-14 | false
                {'cycle':'yearly','month':9,'ordinal':'first','wdays':['monday']} | 2026-10-05 | false
                {'cycle':'yearly','month':12,'days':[24,25]}                 | 2026-12-25 | true
                {'cycle':'yearly','month':12,'days':[24,25]}                 | 2026-12-26 | false
                {'cycle':'yearly','month':2,'days':[29]}                     | 2028-02-29 | true
                {'cycle':'yearly','interval':2,'month':12,'days':[25]}       | 2027-12-25 | false
                {'cycle':'yearly','interval':2,'month':12,'days':[25]}       | 2028-12-25 | true
                {'cycle':'never'}                                            | 2026-01-05 | false""")
        void aRuleComesBack(String rule, String date, boolean expected) {
            assertThat(matches(rule, date)).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                2026-01-06T08:59:59 | false
                2026-01-06T09:00:00 | true
                2026-01-06T17:00:00 | true
                2026-01-06T17:00:01 | false""")
        void aWindowIncludesBothEnds(String time, boolean expected) {
            String rule = "{'cycle':'daily','time_window_start':32400,'time_window_stop':61200}";
            assertThat(matches(rule, time)).isEqualTo(expected);
        }

        @Test
        void aWindowOverMidnightNeverOpens() {
            String rule = "{'cycle':'daily','time_window_start':79200,'time_window_stop':21600}";
            assertThat(matches(rule, "2026-01-06T23:00:00")).isFalse();
            assertThat(matches(rule, "2026-01-06T03:00:00")).isFalse();
        }

        @Test
        void exceptionsAndTheLastDayCloseARule() {
            String rule = "{'cycle':'daily','exclude':['20260107','2026-01-08'],'end_date':"
                    + gregorian("2026-01-10T08:00:00Z") + "}";
            assertThat(matches(rule, "2026-01-06")).isTrue();
            assertThat(matches(rule, "2026-01-07")).isFalse();
            assertThat(matches(rule, "2026-01-08")).isFalse();
            assertThat(matches(rule, "2026-01-10T23:59:59")).isTrue();
            assertThat(matches(rule, "2026-01-11")).isFalse();
        }

        @Test
        void aForcedRuleAsksNoCalendar() {
            assertThat(matches("{'cycle':'date','enabled':true}", "2026-07-01")).isTrue();
            assertThat(matches("{'cycle':'daily','enabled':false}", "2026-07-01"))
                    .isFalse();
        }

        @Test
        void absurdDatesAreNoTrouble() {
            assertThat(matches("{'cycle':'daily','start_date':-9000000000000000000}", "2026-07-01"))
                    .isTrue();
            assertThat(matches("{'cycle':'daily','start_date':9000000000000000000}", "2026-07-01"))
                    .isFalse();
            ZoneId zone = ZoneId.of("Pacific/Kiritimati");
            assertThat(TemporalRule.of(json("{'cycle':'daily','start_date':0}"), zone)
                            .matches(LocalDateTime.parse("2026-07-01T00:00:00")))
                    .isTrue();
        }
    }
}
