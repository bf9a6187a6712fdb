import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import '#lib/testing/properties';
import { xmlText } from '#lib/export/stream/xml-text';
import { anyText } from '#lib/testing/article/any-text';
import { wordFrame } from './frame';
import { comment, hook, rangeEnd, rangeStart, threadEntry, type WordXml, wordXml } from './xml';

const frame = await wordFrame({ title: 'Any', language: 'en' }, new Date('2026-01-05T10:00:00Z'));

/** A document with these paragraphs as a parser reads it, which throws where it is not well-formed: its text, `/` for a break. */
function textOf(...paragraphs: string[]): string {
  let [text, isText] = ['', false];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ name }) => {
    isText = name === 'w:t';
    if (name === 'w:br') text += '/';
    if (name === 'w:tab') text += '\t';
  });
  parser.on('closetag', () => {
    isText = false;
  });
  parser.on('text', (part) => {
    if (isText) text += part;
  });
  parser.write(`${frame.document.head}${paragraphs.join('')}${frame.document.tail}`).close();
  return text;
}

describe('text', () => {
  test.each<[string, string]>([
    ['a ]]> b <![CDATA[', 'a ]]> b <![CDATA['],
    ['&amp; &#60; " \'', '&amp; &#60; " \''],
    ['  spaces  ', '  spaces  '],
    ['a\u0000b\u0008c\ufffed\uffff', 'abcd'],
    ['a\ud800b\udc00c😀', 'a\ufffdb\ufffdc😀'],
    ['a\r\nb\rc\nd\u2028e\u2029f\vg\fh\u0085i', 'a/b/c/d/e/f/g/h/i'],
    ['\n\na\n', '//a/'],
    ['a\tb', 'a\tb'],
    ['一二三👩🏽‍🔬𠮷', '一二三👩🏽‍🔬𠮷'],
    ['$& $1 {sources-0}', '$& $1 {sources-0}'],
    ['x'.repeat(300_000), 'x'.repeat(300_000)],
  ])('%j stands in a document as what it says', (text, read) => {
    const xml = wordXml(frame);
    expect(textOf(xml.paragraph('text', xml.text(text)))).toBe(read);
  });

  test('is well-formed and whole, whatever it is', () => {
    const pieces = ']]>|<|>|&|"|\'|--|</w:t>|\t|\r\n|\n|\u2028|\ufffe|字|😀|$&|&#x0;';
    fc.assert(
      fc.property(anyText(pieces), fc.webUrl(), (text, address) => {
        const xml = wordXml(frame);
        const linked = xml.link(address, text);
        const read = textOf(xml.paragraph('item', xml.text(text, 'caption false')), xml.paragraph('source', linked));
        const expected = xmlText(text.replace(/\r\n|[\r\n\u0085\u2028\u2029\v\f]/g, '/'));
        expect(read).toBe(expected + expected);
        const targets = [frame.relationships.head, ...xml.linkTargets(), frame.relationships.tail];
        new SaxesParser({ xmlns: true }).write(targets.join('')).close();
      }),
    );
  });

  test('that is empty is nothing', () => {
    expect(wordXml(frame).text('')).toBe('');
    expect(wordXml(frame).text('\u0000')).toBe('');
  });
});

describe('elements', () => {
  test.each<[string, (xml: WordXml) => string, string]>([
    [
      'a text of a look',
      ({ text }) => text('a', 'faint'),
      '<w:r><w:rPr><w:color w:val="716C63"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr><w:t xml:space="preserve">a</w:t></w:r>',
    ],
    [
      'a heading',
      ({ paragraph, text }) => paragraph('heading', text('a')),
      '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t xml:space="preserve">a</w:t></w:r></w:p>',
    ],
    [
      'an item of a list',
      ({ paragraph }) => paragraph('item'),
      '<w:p><w:pPr><w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>',
    ],
    [
      'a comment',
      ({ paragraph }) =>
        comment(41, { by: '“Bo” & <Ann>', at: '2026-01-05T10:00:00.000Z' }, paragraph('text'), paragraph('text')),
      '<w:comment w:id="41" w:author="“Bo” &amp; &lt;Ann&gt;" w:initials="BA" w:date="2026-01-05T10:00:00.000Z"><w:p></w:p><w:p w14:paraId="0000002A"></w:p></w:comment>',
    ],
    [
      'a comment that answers another',
      () => threadEntry(0, null) + threadEntry(42, 41),
      '<w15:commentEx w15:paraId="00000001" w15:done="0"/><w15:commentEx w15:paraId="0000002B" w15:paraIdParent="0000002A" w15:done="0"/>',
    ],
    [
      'where a comment begins and ends',
      () => rangeStart(4) + rangeEnd(4),
      `<w:commentRangeStart w:id="4"/><w:commentRangeEnd w:id="4"/>${hook(4)}`,
    ],
  ])('%s is written as Word has it', (_, write, expected) => {
    expect(write(wordXml(frame))).toBe(expected);
  });

  test('links to one address share what leads there', () => {
    const xml = wordXml(frame);
    const ids = ['https://example.org', 'https://example.org/a?b=1&c="', 'https://example.org/'].map(
      (address) => xml.link(address, 'there').match(/r:id="(.*?)"/)?.[1],
    );
    expect(ids).toEqual(['link1', 'link2', 'link1']);
    const type = 'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"';
    expect([...xml.linkTargets()]).toEqual([
      `<Relationship Id="link1" ${type} Target="https://example.org/" TargetMode="External"/>`,
      `<Relationship Id="link2" ${type} Target="https://example.org/a?b=1&amp;c=%22" TargetMode="External"/>`,
    ]);
  });
});
