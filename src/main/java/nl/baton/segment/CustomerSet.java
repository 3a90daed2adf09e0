package nl.baton.segment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/** Customers, each once and in the order of their ids; a million take some hundred kilobytes. It never changes. */
final class CustomerSet {

    static final CustomerSet NONE = new CustomerSet(new RoaringBitmap());

    private final RoaringBitmap ids;

    private CustomerSet(RoaringBitmap ids) {
        this.ids = ids;
    }

    /** Collects ids in any order, each as often as it comes. */
    static final class Builder {

        private final RoaringBitmap ids = new RoaringBitmap();

        void add(long id) {
            ids.add(Math.toIntExact(id));
        }

        CustomerSet build() {
            ids.runOptimize();
            return new CustomerSet(ids);
        }
    }

    static CustomerSet of(LongStream ids) {
        var builder = new Builder();
        ids.forEach(builder::add);
        return builder.build();
    }

    static CustomerSet union(Iterable<CustomerSet> sets) {
        var all = new RoaringBitmap();
        sets.forEach(set -> all.or(set.ids));
        return new CustomerSet(all);
    }

    CustomerSet and(CustomerSet other) {
        return new CustomerSet(RoaringBitmap.and(ids, other.ids));
    }

    CustomerSet minus(CustomerSet other) {
        return new CustomerSet(RoaringBitmap.andNot(ids, other.ids));
    }

    boolean contains(long id) {
        return ids.contains(Math.toIntExact(id));
    }

    long size() {
        return ids.getLongCardinality();
    }

    /** How many are in both. */
    long common(CustomerSet other) {
        return RoaringBitmap.andCardinality(ids, other.ids);
    }

    void forEach(LongConsumer customer) {
        ids.forEach((int id) -> customer.accept(id));
    }

    /** The ids after one, at most so many. */
    List<Long> after(long id, int limit) {
        PeekableIntIterator rest = ids.getIntIterator();
        var some = new ArrayList<Long>();
        if (id >= 0 && rest.hasNext()) {
            rest.advanceIfNeeded(Math.toIntExact(id + 1));
        }
        while (some.size() < limit && rest.hasNext()) {
            some.add((long) rest.next());
        }
        return some;
    }

    /** What takes the room, in memory and stored. */
    int bytes() {
        return ids.serializedSizeInBytes();
    }

    byte[] stored() {
        ByteBuffer buffer = ByteBuffer.allocate(ids.serializedSizeInBytes());
        ids.serialize(buffer);
        return buffer.array();
    }

    static CustomerSet read(byte[] stored) {
        var ids = new RoaringBitmap();
        try {
            ids.deserialize(ByteBuffer.wrap(stored));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("A stored set of customers cannot be read", unreadable);
        }
        return new CustomerSet(ids);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CustomerSet set && ids.equals(set.ids);
    }

    @Override
    public int hashCode() {
        return ids.hashCode();
    }

    @Override
    public String toString() {
        return size() + " customers";
    }
}
