import { describe, expect, it } from 'vitest';
import { commandHtml, escapeHtml } from '../../../scenarios/report/html.ts';

describe('text in a report', () => {
  it('keeps an amount and its unit on one line, and breaks anywhere else', () => {
    expect(escapeHtml('the day lost EUR -12.22, or 3.00 EUR a run, 1.2 kgCO2e and 5 kg in EUR a day')).toBe(
      'the day lost EUR&nbsp;-12.22, or 3.00&nbsp;EUR a run, 1.2&nbsp;kgCO2e and 5&nbsp;kg in EUR a day',
    );
  });

  it('says nothing that a page would run', () =>
    expect(escapeHtml(`<b title="x">EUR 1 & 'more'</b>`)).toBe(
      '&lt;b title=&quot;x&quot;&gt;EUR&nbsp;1 &amp; &#39;more&#39;&lt;/b&gt;',
    ));
});

it('a command is to the letter what is to be typed', () => {
  expect(commandHtml(`looptwin run x --set 'title="5 kg & EUR 3"'`)).toBe(
    '<code>looptwin run x --set &#39;title=&quot;5 kg &amp; EUR 3&quot;&#39;</code>',
  );
});
