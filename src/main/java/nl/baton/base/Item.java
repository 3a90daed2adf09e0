package nl.baton.base;

/** Something that a source sends, again and again if it likes; its identity is the source and what that calls it. */
public interface Item {

    String source();

    String externalId();

    default ItemKey key() {
        return new ItemKey(source(), externalId());
    }
}
