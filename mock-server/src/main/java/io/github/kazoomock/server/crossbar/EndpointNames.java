package io.github.kazoomock.server.crossbar;

import java.util.Set;

/** Every token that opens a noun in a path, whether this mock serves it or not (core sheet 2, delta sheet 1). */
final class EndpointNames {
    static final Set<String> ALL = Set.of(("about access_lists accounts acdc_call_stats acls agents alerts allotments"
                    + " api_auth applications apps_link apps_store att_handlers_errors auth basic_auth blacklists"
                    + " braintree call_inspector call_reports callflows capabilities cccps cdrs channels clicktocall"
                    + " comments commland conference_auth conferences conferences_servers configs connectivity contact_list devices"
                    + " dialplans directories entitlements external_numbers faxboxes faxes functions getstream groups"
                    + " hotdesks i18n inbound_messaging ip_auth ips ledgers limits lists match_lists media medias menus"
                    + " metaflows migrations mms multi_factor noauthn noauthz notifications notify parked_calls"
                    + " phone_numbers pin_auth pivot port_requests presence profile pushes queues quickcall"
                    + " quickroutes rate_limits rates recordings registrations resource_selectors"
                    + " resource_templates resources schemas scope_restrictions scopes screenpops search security"
                    + " service_plans services shared_auth simple_authz skels sms storage sup system_configs system_status tasks"
                    + " temporal_rules temporal_rules_sets token_auth token_restrictions transactions user_auth"
                    + " users vmboxes webhooks websites websockets whitelabel wordle")
            .split(" "));

    /** Nouns that take everything behind them as arguments, so that {@code /schemas/devices} works. */
    static final Set<String> SWALLOWING = Set.of("schemas", "braintree", "system_configs", "configs", "sup", "scopes");

    private EndpointNames() {}
}
