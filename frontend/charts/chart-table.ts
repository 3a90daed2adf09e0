import { html, type TemplateResult } from 'lit';
import type { ChartData } from './chart-model.ts';

interface Tabular {
  label: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

/** The same numbers as a table; where a row is a mark, its first cell leads to the same records. */
export function chartTable(data: ChartData, choose: (index: number) => void): TemplateResult {
  const size = data.kind === 'histogram' ? data.bins.length : data.points.length;
  return tabularRows(data, data.rows.length === size ? choose : null);
}

/** @param choose what a row's first cell does; null where rows lead nowhere */
export function tabularRows(data: Tabular, choose: ((index: number) => void) | null): TemplateResult {
  return html`<div class="rows" tabindex="0" role="region" aria-label=${data.label}>
    <table>
      <caption class="visually-hidden">${data.label}</caption>
      <thead>
        <tr>
          ${data.columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${data.rows.map(
          (row, index) => html`<tr>
            ${row.map((text, i) =>
              i
                ? html`<td>${text}</td>`
                : html`<th scope="row">${choose ? html`<button type="button" @click=${() => choose(index)}>${text}</button>` : text}</th>`,
            )}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
