import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breakable, layoutHeadings, wrap } from './headings.ts';

const six = (text: string) => text.length * 6;
const shown = (name: string) => breakable(name).replaceAll('\u00ad', '|').replaceAll('\u200b', '_');

test('breaks Dutch and English names at syllables', () => {
  assert.equal(shown('Klantenservice'), 'Klan|ten|ser|vice');
  assert.equal(shown('Facturatie'), 'Fac|tu|ra|tie');
  assert.equal(shown('Installatie'), 'Instal|la|tie');
  assert.equal(shown('Beheer'), 'Beheer');
  assert.equal(shown('Retouren/Kwaliteit'), 'Retou|ren/_Kwa|li|teit');
});

test('keeps together what starts a syllable', () => {
  assert.equal(shown('Marketingtransport'), 'Mar|ke|ting|trans|port');
  assert.equal(shown('Opdrachten'), 'Opdrach|ten');
  assert.equal(shown('Debiteurenkwaliteit'), 'Debi|teu|ren|kwa|li|teit');
});

test('never drops or changes a letter, whatever the name', () => {
  for (const name of ['<img src=x onerror=alert(1)>', '日本語の部門', '👩‍👩‍👧 team', '', '   ', 'ÅÄÖ-überlängenordnung', 'x'.repeat(60)]) {
    assert.equal(breakable(name).replace(/[\u00ad\u200b]/g, ''), name);
  }
});

test('wraps at spaces and soft hyphens, and tells when a piece had to be torn', () => {
  assert.deepEqual(wrap('ab cd', 18, six), { lines: 2, torn: false });
  assert.deepEqual(wrap('abc\u00addef', 24, six), { lines: 2, torn: false });
  assert.deepEqual(wrap('abcdefgh', 24, six), { lines: 2, torn: true });
  assert.deepEqual(wrap('', 24, six), { lines: 1, torn: false });
});

test('headings lie flat while all fit on two lines', () => {
  assert.deepEqual(layoutHeadings(['Planning', 'Klantenservice'], 52, six), { upright: false, length: 0 });
});

test('one name that does not fit turns all of them upright, as long as the longest asks', () => {
  const { upright, length } = layoutHeadings(['Planning', 'Klantenservice'], 24, six);
  assert.equal(upright, true);
  assert.ok(length >= 48 && length < 84);
});

test('a name of sixty characters takes more lines rather than a tower', () => {
  const { length } = layoutHeadings(['Klantenservice telefonisch Noord-Oost en Zuid-West Nederland'], 48, six);
  assert.ok(length <= 120, `${length}`);
});
