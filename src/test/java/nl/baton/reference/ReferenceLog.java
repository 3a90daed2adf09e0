package nl.baton.reference;

/** The public logs, how they are read, and the figures that must come out. The mappings are as the API takes them. */
enum ReferenceLog {
    VOLVO_GROUPS(
            "bpi2013-incidents/bpic2013_incidents.xes.gz",
            """
            {"journeyType":"%s","columns":{"journey":"case:concept:name","at":"time:timestamp","department":"org:group",
             "activity":"concept:name","agent":"org:resource"}}""",
            new Expected(65_533, 0, 7_554, 9_454, 3_820, 2_394, 1_177, 892, 443, 2_463)),
    VOLVO_LINES(
            "bpi2013-incidents/bpic2013_incidents_with_levels.csv.gz",
            """
            {"journeyType":"%s","columns":{"journey":"SR Number","at":"Change Date+Time",
             "department":"Involved Org line 3","team":"Involved ST","activity":"Activity","agent":"Resource"},
             "timeFormat":null,"timeZone":"Europe/Amsterdam","missing":["?"]}""",
            new Expected(65_533, 0, 7_554, 4_350, 2_034, 1_876, 883, 182, 87, 106)),
    VOLVO_LEVELS(
            "bpi2013-incidents/bpic2013_incidents_with_levels.csv.gz",
            """
            {"journeyType":"%s","columns":{"journey":"SR Number","at":"Change Date+Time","department":"ST Level"}}""",
            new Expected(65_533, 0, 7_554, 5_000, 2_345, 2_392, 1_115, 68, 44, 8)),
    SERVICENOW(
            "servicenow-incidents/incident_event_log_first119998.csv.gz",
            """
            {"journeyType":"%s","columns":{"journey":"number","at":"sys_updated_at","department":"assignment_group",
             "customer":"caller_id"},"missing":["?"]}""",
            new Expected(105_785, 14_213, 20_396, 16_203, 8_049, 3_110, 1_868, 1_150, 684, 992));

    final String file;
    final Expected expected;
    private final String mapping;

    ReferenceLog(String file, String mapping, Expected expected) {
        this.file = file;
        this.mapping = mapping;
        this.expected = expected;
    }

    String mapping(String journeyType) {
        return mapping.formatted(journeyType);
    }

    /** The reference row. Touchpoints and journeys are those with a department. */
    record Expected(
            long touchpoints,
            long touchpointsWithoutDepartment,
            long journeys,
            long handoffs,
            long journeysWithHandoff,
            long pingPongHandoffs,
            long pingPongJourneys,
            long returnHandoffs,
            long returnJourneys,
            long lanes) {}
}
