package nl.baton.journey;

/**
 * A stored case.
 *
 * @param contact whether it is a contact that carried no case number; {@code number} is then its touchpoint's external id
 * @param journeyId the journey it was in when that was last computed
 */
record Case(long id, long typeId, String source, String number, boolean contact, long journeyId) {}
