import { html, type TemplateResult } from 'lit';
import type { ChartData } from './chart-model.ts';

/** The same numbers as a table; where a row is a mark, its first cell leads to the same records. */
export function chartTable(data: ChartData, choose: (index: number) => void): TemplateResult {
  const size = data.kind === 'histogram' ? data.bins.length : data.points.length;
  const leads = data.rows.length === size;
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
                : html`<th scope="row">${leads ? html`<button type="button" @click=${() => choose(index)}>${text}</button>` : text}</th>`,
            )}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
