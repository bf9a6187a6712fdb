/**
 * The numbers that Word shows before paragraphs: they stand in no paragraph, but follow from the definitions of lists and
 * styles and from the order of the paragraphs. A list goes on after other paragraphs until something starts it anew.
 *
 * Source: ECMA-376 part 1, 17.9 (numbering) and 17.7.4 (styles).
 */
import { Parser } from 'htmlparser2';
import { writeNumeral } from '#lib/intake/text/numerals';

type Level = { start: number; form: string; text: string; style: string | null; isLegal: boolean; restarts: boolean };
type List = { levels: Map<number, Level>; styleLink: string | null };
type Instance = { list: string; starts: Map<number, number>; levels: Map<number, Level> };
type Style = { base: string | null; numId: string | null; level: number | null };

/** What a paragraph says of its number: each null where it says nothing. */
export type ParagraphNumber = { style: string | null; numId: string | null; level: number | null };

/** Styles rest on others; a chain longer than this is a circle. */
const longestChain = 20;
const deepestLevel = 8;

export class WordNumbering {
  private readonly lists = new Map<string, List>();
  private readonly instances = new Map<string, Instance>();
  private readonly styles = new Map<string, Style>();
  private readonly counters = new Map<string, (number | undefined)[]>();
  private readonly started = new Set<string>();

  /** Takes the parts `numbering.xml` and `styles.xml`, each empty where a file has none. */
  constructor(numbering: string, styles: string) {
    this.readNumbering(numbering);
    this.readStyles(styles);
  }

  /** The number of the next paragraph, with what parts it from the text; empty where it has none. */
  next({ style, numId, level }: ParagraphNumber): string {
    const styled = this.ofStyle(style);
    const id = numId ?? styled?.numId ?? null;
    const instance = id === null ? undefined : this.instances.get(id);
    if (id === null || instance === undefined) return '';
    const list = this.listOf(instance);
    if (list === undefined) return '';
    const named = [...list.levels].find(([, one]) => one.style !== null && one.style === styled?.style)?.[0];
    const at = Math.min(deepestLevel, Math.max(0, level ?? named ?? styled?.level ?? 0));
    const own = instance.levels.get(at) ?? list.levels.get(at);
    if (own === undefined) return '';
    const counts = this.counters.get(instance.list) ?? [];
    this.counters.set(instance.list, counts);
    const key = `${id} ${at}`;
    const start = instance.starts.get(at);
    const isStarted = start !== undefined && !this.started.has(key);
    this.started.add(key);
    const before = counts[at];
    counts[at] = isStarted ? start : before === undefined ? own.start : before + 1;
    for (let deeper = at + 1; deeper <= deepestLevel; deeper += 1) {
      if (list.levels.get(deeper)?.restarts !== false) counts[deeper] = undefined;
    }
    if (own.form === 'bullet') return '';
    const label = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const place = Number(digit) - 1;
      const one = instance.levels.get(place) ?? list.levels.get(place);
      const value = counts[place] ?? one?.start ?? 1;
      return writeNumeral(value, own.isLegal ? 'decimal' : (one?.form ?? 'decimal'));
    });
    return label.trim() === '' || /[、，。．：）】」\s]$/.test(label) ? label : `${label} `;
  }

  private listOf(instance: Instance): List | undefined {
    const list = this.lists.get(instance.list);
    if (list === undefined || list.styleLink === null) return list;
    const linked = this.instances.get(this.styles.get(list.styleLink)?.numId ?? '');
    return (linked && this.lists.get(linked.list)) ?? list;
  }

  private ofStyle(style: string | null): { style: string; numId: string | null; level: number | null } | null {
    let name = style;
    for (let step = 0; step < longestChain && name !== null; step += 1) {
      const found = this.styles.get(name);
      if (found === undefined) return null;
      if (found.numId !== null) return { style: name, numId: found.numId, level: found.level };
      name = found.base;
    }
    return null;
  }

  private readNumbering(xml: string): void {
    let list: List | null = null;
    let instance: Instance | null = null;
    let override: number | null = null;
    let level: Level | null = null;
    readElements(xml, (name, value, attributes) => {
      if (name === 'w:abstractNum') {
        list = { levels: new Map(), styleLink: null };
        instance = null;
        this.lists.set(attributes['w:abstractNumId'] ?? '', list);
      } else if (name === 'w:num') {
        instance = { list: '', starts: new Map(), levels: new Map() };
        list = null;
        this.instances.set(attributes['w:numId'] ?? '', instance);
      } else if (name === 'w:abstractNumId' && instance !== null) instance.list = value;
      else if (name === 'w:numStyleLink' && list !== null) list.styleLink = value;
      else if (name === 'w:lvlOverride') override = Number(attributes['w:ilvl']);
      else if (name === 'w:startOverride' && instance !== null && override !== null)
        instance.starts.set(override, Number(value) || 0);
      else if (name === 'w:lvl') {
        level = { start: 1, form: 'decimal', text: '', style: null, isLegal: false, restarts: true };
        const at = Number(attributes['w:ilvl']);
        if (at >= 0 && at <= deepestLevel) (list ?? instance)?.levels.set(at, level);
      } else if (level !== null) {
        if (name === 'w:start') level.start = Number(value) || 0;
        else if (name === 'w:numFmt') level.form = value;
        else if (name === 'w:lvlText') level.text = value;
        else if (name === 'w:pStyle') level.style = value;
        else if (name === 'w:isLgl') level.isLegal = value !== '0' && value !== 'false';
        else if (name === 'w:lvlRestart') level.restarts = value !== '0';
      }
    });
  }

  private readStyles(xml: string): void {
    let style: Style | null = null;
    readElements(xml, (name, value, attributes) => {
      if (name === 'w:style') {
        style = { base: null, numId: null, level: null };
        this.styles.set(attributes['w:styleId'] ?? '', style);
      } else if (style !== null) {
        if (name === 'w:basedOn') style.base = value;
        else if (name === 'w:numId') style.numId = value;
        else if (name === 'w:ilvl') style.level = Number(value);
      }
    });
  }
}

function readElements(
  xml: string,
  read: (name: string, value: string, attributes: Record<string, string>) => void,
): void {
  const onopentag = (name: string, attributes: Record<string, string>) =>
    read(name, attributes['w:val'] ?? '', attributes);
  new Parser({ onopentag }, { xmlMode: true }).end(xml);
}
