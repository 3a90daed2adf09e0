package nl.baton.value.model;

/** Why a figure of a customer's value is what it is, or is not there. */
public enum Ground {
    /** A fit that passed its checks says so. */
    MODEL,
    /** Counted, nothing is estimated. */
    COUNTED,
    /** Neither a purchase nor a contract: a prospect. */
    NO_PURCHASE,
    /** Every sale was returned as a whole. */
    ALL_RETURNED,
    /** One purchase day says nothing of coming back: whether the customer is alive is not shown. */
    ONE_PURCHASE,
    /** Fewer than 100 customers came back. */
    TOO_FEW_BUYERS,
    /** Fewer than 100 contracts. */
    TOO_FEW_CONTRACTS,
    /** There are enough, but no fit has passed its checks yet. */
    NO_ACCEPTED_FIT,
    /** No contract has ended yet, so that nothing is known of how long they last. */
    NO_CONTRACT_ENDED,
    /** The customer was never asked whether it would recommend the company, or did not answer. */
    NO_ANSWER,
    /** Not known how many people the customer reaches. */
    NO_REACH,
    /** Too few answered such a question twice, or nobody who would recommend the company is known to reach anybody. */
    TOO_FEW_ANSWERS
}
