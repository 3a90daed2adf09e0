package nl.baton.segment.ui;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides a field among weights, so that each has its share of it in a shape as near to square as can be: squarified
 * tree maps after Bruls, Huizing and Van Wijk (2000). Places are fractions of the field.
 */
final class Tiling {

    private final double aspect;
    private final List<Place> places = new ArrayList<>();
    private double left;
    private double top;
    private double width;
    private double height = 1;

    /** From 0 to 1 on both axes. */
    record Place(double left, double top, double width, double height) {}

    private Tiling(double aspect) {
        this.aspect = aspect;
        this.width = aspect;
    }

    /**
     * A place for each weight, in their order.
     *
     * @param weights positive, the largest first
     * @param aspect how many times wider than high the field is
     */
    static List<Place> of(List<Double> weights, double aspect) {
        var tiling = new Tiling(aspect);
        double total = weights.stream().mapToDouble(Double::doubleValue).sum();
        List<Double> areas =
                weights.stream().map(weight -> weight / total * aspect).toList();
        int first = 0;
        while (first < areas.size()) {
            int end = first + 1;
            while (end < areas.size()
                    && tiling.worst(areas.subList(first, end + 1)) <= tiling.worst(areas.subList(first, end))) {
                end++;
            }
            tiling.lay(areas.subList(first, end));
            first = end;
        }
        return tiling.places;
    }

    /** The longest side of any of them over its shortest, were they one row along the shorter side of what is left. */
    private double worst(List<Double> row) {
        double side = Math.min(width, height);
        double depth = sum(row) / side;
        return row.stream()
                .mapToDouble(area -> Math.max(depth / (area / depth), area / depth / depth))
                .max()
                .orElse(0);
    }

    private void lay(List<Double> row) {
        boolean upright = width >= height;
        double depth = sum(row) / (upright ? height : width);
        double along = 0;
        for (double area : row) {
            double length = area / depth;
            places.add(upright ? place(left, top + along, depth, length) : place(left + along, top, length, depth));
            along += length;
        }
        if (upright) {
            left += depth;
            width -= depth;
        } else {
            top += depth;
            height -= depth;
        }
    }

    private Place place(double x, double y, double wide, double high) {
        return new Place(x / aspect, y, wide / aspect, high);
    }

    private static double sum(List<Double> areas) {
        return areas.stream().mapToDouble(Double::doubleValue).sum();
    }
}
