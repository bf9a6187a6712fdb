/** Transcripts with times: WebVTT (W3C) and SubRip. */
import type { FileText } from '#lib/domain/files/file-text';
import { joinsWithoutSpace } from '#lib/intake/text/line';

const time = '(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{2})[.,](\\d{1,3})';
const timing = new RegExp(`^[ \\t]{0,8}${time}[ \\t]{1,8}-->[ \\t]{1,8}${time}`);
/** Blocks of WebVTT that are no cues. */
const aside = /^(?:NOTE|STYLE|REGION)(?:\s|$)/;
/** A cue with fewer words than a sentence goes on in the next one. */
const endOfSpeech = /[.!?…。！？”"」』)]$/;

/** The cues of a transcript as one text, each marked by its second; null where a text is none. Linear. */
export function readCues(text: string): FileText | null {
  const blocks = text.replace(/^\ufeff/, '').split(/\n[ \t]*(?:\n[ \t]*)+/);
  const marks: [number, number][] = [];
  const pieces: string[] = [];
  let [length, last] = [0, ''];
  for (const block of blocks) {
    const lines = block.split('\n');
    const at = lines.slice(0, 2).findIndex((line) => timing.test(line));
    if (at < 0 || aside.test(block)) continue;
    const words = wordsOf(lines.slice(at + 1));
    if (words === '') continue;
    const joint = last === '' ? '' : endOfSpeech.test(last) ? '\n' : joinsWithoutSpace(last, words) ? '' : ' ';
    pieces.push(joint, words);
    length += joint.length;
    marks.push([length, secondsOf(lines[at] ?? '')]);
    length += words.length;
    last = words;
  }
  if (marks.length === 0) return null;
  return { state: 'read', unit: 'time', total: 1, parts: [{ label: '', text: pieces.join(''), marks }] };
}

/** The words of a cue; a voice's name stands before what it says. */
function wordsOf(lines: string[]): string {
  const words = lines.map((line) =>
    line
      .replaceAll(/<v(?:\.[^\s<>]{0,80})?[ \t]([^<>]{1,80})>/g, '$1: ')
      .replaceAll(/<[^<>]{0,80}>|\{\\[^{}]{0,80}\}/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&nbsp;', ' ')
      .replaceAll('&amp;', '&')
      .trim(),
  );
  return words.reduce(
    (all, line) => (all === '' ? line : `${all}${joinsWithoutSpace(all, line) ? '' : ' '}${line}`),
    '',
  );
}

function secondsOf(line: string): number {
  const [, hours = '0', minutes = '0', seconds = '0', fraction = '0'] = timing.exec(line) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(`${seconds}.${fraction}`);
}
