package io.github.kazoomock.server.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Items, invoices and merged plans, without a server (services sheet 4). */
class InvoiceTest {
    private static final Bookkeeper KEEPER = new Bookkeeper("default", "R", "default_bookkeeper");

    private static JsonObject json(String text) {
        return (JsonObject) Json.parse(text.replace('\'', '"'));
    }

    private static Quantities quantities(String text) {
        return Quantities.read(json(text));
    }

    private static Counts counts(String account, String cascade, String manual) {
        return new Counts(quantities(account), quantities(cascade), quantities(manual));
    }

    /** The one item of a plan. */
    private static JsonObject item(String category, String plan, Counts counts) {
        JsonObject plans = JsonObject.of(category, json(plan));
        return (JsonObject)
                Invoice.of(KEEPER, plans, counts).json().array("items").get(0);
    }

    private static JsonObject devices(String itemPlan, long quantity) {
        return item(
                "devices",
                "{'sip_device':" + itemPlan + "}",
                counts("{'devices':{'sip_device':" + quantity + "}}", "{}", "{}"));
    }

    /** The worked invoice of services sheet 4.3. */
    @Test
    void theWorkedInvoiceComesOut() {
        JsonObject plan = json("{'devices':{'sip_device':{'rate':5,'minimum':2}},"
                + "'users':{'_all':{'as':'user','name':'User','rate':20,'cascade':true,'exceptions':['admin'],"
                + "'discounts':{'cumulative':{'maximum':2,'rate':3}}}},"
                + "'limits':{'twoway_trunks':{'rates':{'5':25,'10':20},'rate':15}}}");
        Counts counts = counts(
                "{'devices':{'sip_device':1},'users':{'user':2,'admin':1},'limits':{'twoway_trunks':7}}",
                "{'users':{'user':3,'admin':1}}",
                "{}");
        JsonObject invoice = Invoice.of(KEEPER, plan, counts).json();
        List<Json> items = invoice.array("items").values();
        assertThat(items.get(0))
                .isEqualTo(json("{'category':'devices','item':'sip_device','name':'devices/sip_device','quantity':1,"
                        + "'billable':2,'rate':5.0,'minimum':2,'maximum':1,"
                        + "'prorate':{'additions':true,'removals':true},'total':10.0}"));
        assertThat(items.get(1))
                .isEqualTo(json("{'category':'users','item':'user','name':'User','quantity':5,'billable':5,'rate':20.0,"
                        + "'discounts':{'total':6.0,'cumulative':{'rate':3.0,'quantity':2}},'maximum':5,"
                        + "'prorate':{'additions':true,'removals':true},'total':94.0}"));
        assertThat(((JsonObject) items.get(2)).get("total")).isEqualTo(Json.of(140.0));
        assertThat(invoice.object("summary")).isEqualTo(json("{'today':0.0,'recurring':244.0}"));
        assertThat(invoice.object("bookkeeper"))
                .isEqualTo(json("{'type':'default','vendor_id':'R','id':'default_bookkeeper'}"));
        assertThat(invoice.object("plan")).isEqualTo(plan);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'rate':5}|3|3|15.0",
                "{'rate':5,'step':5}|3|5|25.0",
                "{'rate':5,'maximum':2}|3|2|10.0",
                "{'rate':5,'minimum':2}|0|2|10.0",
                "{'rate':5,'flat_rate':7}|3|1|7.0",
                "{'rate':5,'flat_rate':7,'flat_rates':{'2':1,'4':9}}|3|1|9.0",
                "{'rate':5,'flat_rates':{'2':1}}|3|3|15.0",
                "{'rate':5,'rates':{'10':3,'5':4}}|3|3|12.0",
                "{'rate':5,'rates':{'2':3}}|3|3|15.0",
                "{'rate':5,'discounts':{'cumulative':{'rate':1}}}|3|3|15.0",
                "{'rate':5,'discounts':{'cumulative':{'maximum':2,'rate':1}}}|3|3|13.0",
                "{'rate':5,'discounts':{'cumulative':{'maximum':9,'rate':1,'rates':{'5':2}}}}|3|3|9.0",
                "{'rate':5,'discounts':{'single':{}}}|3|3|10.0",
                "{'rate':5,'discounts':{'single':{'rate':2}}}|0|0|0.0",
            })
    void anItemIsBilledAsItsPlanSays(String plan, long quantity, long billable, double total) {
        JsonObject item = devices(plan, quantity);
        assertThat(item.integer(-1, "billable")).isEqualTo(billable);
        assertThat(item.get("total")).isEqualTo(Json.of(total));
    }

    @Test
    void aQuantityByHandReplacesTheCountedOneEvenWhenItIsNothing() {
        Counts counts = counts("{'users':{'user':2,'admin':1}}", "{'users':{'user':4}}", "{'users':{'user':0}}");
        assertThat(item("users", "{'_all':{'rate':1}}", counts).integer(-1, "quantity"))
                .isEqualTo(1);
        assertThat(item("users", "{'user':{'rate':1}}", counts).integer(-1, "quantity"))
                .isEqualTo(0);
        assertThat(item("users", "{'user':{'rate':1,'cascade':true}}", counts).integer(-1, "quantity"))
                .isEqualTo(4);
    }

    @Test
    void anotherQuantityCanBeCounted() {
        JsonObject seats = item(
                "seats",
                "{'seat':{'rate':1,'quantity':{'category':'users','name':'user'}}}",
                counts("{'users':{'user':7}}", "{}", "{}"));
        assertThat(seats.integer(0, "quantity")).isEqualTo(7);
    }

    @Nested
    class Comparing {
        private final JsonObject plan = json("{'devices':{'sip_device':{'rate':5,'activation_charge':10}}}");

        private Invoice of(JsonObject of, long devices) {
            return Invoice.of(KEEPER, of, counts("{'devices':{'sip_device':" + devices + "}}", "{}", "{}"));
        }

        private InvoiceChange change(Invoice before, Invoice after) {
            return InvoiceChange.between(List.of(before), List.of(after)).get(0);
        }

        @Test
        void tellsWhatCameAndWhatItCosts() {
            InvoiceChange change = change(of(plan, 2), of(plan, 3));
            JsonObject invoice = change.json();
            assertThat(((JsonObject) invoice.array("items").get(0)).object("changes"))
                    .isEqualTo(json("{'type':'modified','difference':{'billable':1,'quantity':1}}"));
            assertThat(invoice.array("activation_charges").get(0))
                    .isEqualTo(json("{'billable':1,'category':'devices','item':'sip_device',"
                            + "'name':'devices/sip_device','rate':10.0,'total':10.0}"));
            assertThat(invoice.object("summary")).isEqualTo(json("{'today':10.0,'recurring':15.0}"));
            assertThat(change.adds()).isTrue();
            assertThat(change.amount()).isEqualTo(15.0);
        }

        @Test
        void tellsThatNothingMoved() {
            InvoiceChange change = change(of(plan, 2), of(plan, 2));
            assertThat(change.moves()).isFalse();
            assertThat(change.adds()).isFalse();
        }

        @Test
        void keepsAnItemThatLeftThePlanInSight() {
            InvoiceChange change = change(of(plan, 2), of(JsonObject.EMPTY, 2));
            JsonObject item = (JsonObject) change.json().array("items").get(0);
            assertThat(item.object("changes").text("type")).isEqualTo("removed");
            assertThat(item.object("changes", "difference").integer(0, "billable"))
                    .isEqualTo(-2);
            assertThat(change.moves()).isTrue();
            assertThat(change.adds()).isFalse();
        }

        @Test
        void pairsInvoicesOfTheSameBookkeeper() {
            Invoice other = new Invoice(new Bookkeeper("braintree", "R", "x"), JsonObject.EMPTY, List.of());
            assertThat(InvoiceChange.between(List.of(other), List.of(of(plan, 1))))
                    .hasSize(2);
        }
    }

    /** Decision S10: as the source does it. */
    @Nested
    class MergedPlans {
        @Test
        void simpleOnesAreMergedDeeplyTheHighestPriorityWinning() {
            JsonObject merged = PlanMerge.of(List.of(
                    json("{'merge':{'priority':5},'plan':{'a':{'b':{'rate':1,'minimum':3}}}}"),
                    json("{'merge':{'priority':2},'plan':{'a':{'b':{'rate':2,'step':2}}}}")));
            assertThat(merged.object("plan", "a", "b")).isEqualTo(json("{'rate':1,'step':2,'minimum':3}"));
        }

        @Test
        void withoutPriorityOneWinsOverAll() {
            JsonObject merged = PlanMerge.of(List.of(
                    json("{'plan':{'a':{'b':{'rate':1}}}}"),
                    json("{'merge':{'priority':99},'plan':{'a':{'b':{'rate':2}}}}")));
            assertThat(merged.object("plan", "a", "b").integer(0, "rate")).isEqualTo(1);
        }

        @Test
        void cumulativeOnesAddUp() {
            String of = "{'merge':{'strategy':'cumulative','priority':%d},'plan':{'a':{'b':{'rate':%d,'minimum':%d,"
                    + "'cascade':%b,'exceptions':['%s'],'discounts':{'cumulative':{'maximum':%d}}}}}}";
            JsonObject merged = PlanMerge.of(List.of(
                    json(String.format(of, 1, 7, 2, true, "x", 3)), json(String.format(of, 2, 9, 3, false, "y", 4))));
            assertThat(merged.object("plan", "a", "b"))
                    .isEqualTo(json("{'rate':9,'minimum':5,'cascade':true,'exceptions':['x','y'],"
                            + "'discounts':{'cumulative':{'maximum':7}}}"));
        }
    }
}
