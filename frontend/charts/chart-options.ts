import type { ApexOptions } from 'apexcharts';
import { type HistogramData, isBeyond, runs, shareAxis, type TrendData } from './chart-model.ts';
import { count } from './numbers.ts';
import type { Palette } from './palette.ts';

/** What the options need of the place they are drawn in. */
export interface Scene {
  lang: string;
  width: number;
  height: number;
  palette: Palette;
}

// A week that stands alone has an interval too, though no neighbour to draw a band to: half its width, in px.
const LONE_BAND = 4;

/** Under the plot, for the words of the axis, which the overlay writes. */
export const FOOT_PX = 20;
// Apex keeps room for a title (30 px) and for labels (5 or 15) that are not there; 8 stay for half a number on the axis.
const PADDING = {
  histogram: { top: -22, right: 0, bottom: FOOT_PX - 5, left: 0 },
  trend: { top: -22, right: 0, bottom: FOOT_PX - 15, left: 0 },
};

/**
 * Apex draws the marks and the numbers on the axes. Words, lines of time and tooltips are ours, in HTML: they
 * wrap, they follow the theme by themselves, and no text of a user ever goes through a library's markup.
 */
function common({ width, height, palette }: Scene): ApexOptions {
  return {
    chart: {
      type: 'line',
      width,
      height,
      background: 'transparent',
      fontFamily: 'inherit',
      toolbar: { show: false },
      zoom: { enabled: false },
      selection: { enabled: false },
      animations: { enabled: false },
      // The element itself watches its size, and redraws what it lays over the chart with it.
      redrawOnParentResize: false,
      redrawOnWindowResize: false,
      parentHeightOffset: 0,
    },
    legend: { show: false },
    tooltip: { enabled: false },
    dataLabels: { enabled: false },
    states: { hover: { filter: { type: 'none' } }, active: { filter: { type: 'none' } } },
    grid: { borderColor: palette.grid },
  };
}

const bareAxis = { axisTicks: { show: false }, axisBorder: { show: false }, crosshairs: { show: false }, tooltip: { enabled: false } };

const labels = (palette: Palette) => ({ colors: palette.axis, fontSize: '11px', fontFamily: 'inherit', fontWeight: 400 });

export function histogramOptions(data: HistogramData, top: number, scene: Scene): ApexOptions {
  const base = common(scene);
  const { palette } = scene;
  return {
    ...base,
    chart: { ...base.chart, type: 'bar' },
    // Categories, as every bin is as wide as the others: the axis is a row of edges, which the overlay writes.
    series: [{ name: 'n', data: data.bins.map((bin, i) => ({ x: String(i), y: bin.n, fillColor: isBeyond(bin, data.threshold) ? palette.broken : palette.context })) }],
    plotOptions: { bar: { columnWidth: '91%', borderRadius: 0 } },
    stroke: { width: 0 },
    fill: { opacity: 1 },
    grid: { ...base.grid, padding: PADDING.histogram, yaxis: { lines: { show: false } }, xaxis: { lines: { show: false } } },
    // Sixty labels would be turned upright, and take their room even when hidden.
    xaxis: { type: 'category', ...bareAxis, labels: { show: false, rotate: 0, maxHeight: 0 } },
    yaxis: { show: false, min: 0, max: top },
  };
}

export function trendOptions(data: TrendData, scene: Scene): ApexOptions {
  const base = common(scene);
  const { palette, lang } = scene;
  const { points } = data;
  const found = runs(points);
  const half = (LONE_BAND * points.length) / scene.width;
  const percent = (share: number | null) => (share ?? 0) * 100;
  const bands = found.map((run) => {
    const spots = run.length > 1 ? run.map((i) => ({ i, x: i })) : [{ i: run[0], x: run[0] - half }, { i: run[0], x: run[0] + half }];
    return { name: 'band', type: 'rangeArea', data: spots.map(({ i, x }) => ({ x, y: [percent(points[i].low), percent(points[i].high)] })) };
  });
  const lines = found.map((run) => ({ name: 'share', type: 'line', data: run.map((i) => ({ x: i, y: percent(points[i].share) })) }));
  const scale = shareAxis(points);
  return {
    ...base,
    chart: { ...base.chart, type: 'rangeArea' },
    series: [...bands, ...lines] as ApexOptions['series'],
    colors: [...bands, ...lines].map(() => palette.focus),
    stroke: { curve: 'straight', width: [...bands.map(() => 0), ...lines.map(() => 2)] },
    fill: { opacity: [...bands.map(() => 0.14), ...lines.map(() => 1)] },
    markers: { size: 0 },
    grid: { ...base.grid, padding: PADDING.trend, xaxis: { lines: { show: false } } },
    xaxis: {
      type: 'numeric',
      min: -0.5,
      max: points.length - 0.5,
      tickAmount: 1,
      ...bareAxis,
      labels: { show: false },
    },
    yaxis: {
      min: 0,
      max: scale.max,
      tickAmount: scale.ticks.length - 1,
      labels: { style: labels(palette), minWidth: 0, offsetX: -10, formatter: (value) => count(value, lang) },
    },
  };
}
