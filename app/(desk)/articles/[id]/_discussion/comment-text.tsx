'use client';

import { fromMarkdown } from 'mdast-util-from-markdown';
import { Fragment, memo, type ReactNode } from 'react';
import type { PersonView } from '#lib/domain/people/person-view';
import { maxCommentLength, mentionsIn } from '#lib/domain/review/discussion';
import { isWebAddress } from '#lib/text/tidy';

type Node = ReturnType<typeof fromMarkdown>['children'][number];

/** What a comment does not need, and what could do harm, stays as it was typed. */
const syntax = {
  disable: {
    null: [
      ...['htmlFlow', 'htmlText', 'labelStartImage', 'definition', 'characterReference'],
      ...['headingAtx', 'setextUnderline', 'thematicBreak', 'codeIndented'],
    ],
  },
};

/**
 * The parser's time and the depth of what it makes grow with these; no remark that is meant to be read has as many. One
 * that has is shown as it was typed.
 */
const mostDelimiters = 300;
const isTangled = (body: string) =>
  body.length > maxCommentLength ||
  /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])){8}/m.test(body) ||
  (body.match(/[*_`[<\\]/g)?.length ?? 0) > mostDelimiters;

/** A bare link ends at a space, at quotation marks and where Chinese begins, which sets no space after it. */
const bareLink = /https?:\/\/[^\s<>"'`“”‘’\p{Script=Han}\u3000-\u303f\uff00-\uffef]+/giu;
const endOfSentence = /[.,;:!?)\]}*_~]+$/;

type TextProps = { body: string; mentions: PersonView[] };

/** A comment's Markdown as elements: emphasis, code, links to the web, lists, quotes and line breaks, nothing else. */
export const CommentText = memo(function CommentText({ body, mentions }: TextProps) {
  const { children } = isTangled(body) ? { children: [asTyped(body)] } : fromMarkdown(body, { extensions: [syntax] });
  return (
    <div dir="auto" className="grid gap-1.5 text-[13px]/[1.55] wrap-anywhere text-ink">
      {children.map((node) => (
        <Piece key={keyOf(node)} node={node} mentions={mentions} isInLink={false} />
      ))}
    </div>
  );
});

const asTyped = (value: string): Node => ({ type: 'paragraph', children: [{ type: 'text', value }] });

const keyOf = (node: Node) => node.position?.start.offset ?? 0;

type PieceProps = { node: Node; mentions: PersonView[]; isInLink: boolean };

function Piece({ node, mentions, isInLink }: PieceProps): ReactNode {
  const within = (children: Node[], isLabel = isInLink) =>
    children.map((child) => <Piece key={keyOf(child)} node={child} mentions={mentions} isInLink={isLabel} />);
  switch (node.type) {
    case 'paragraph':
      return <p className="whitespace-pre-line">{within(node.children)}</p>;
    case 'text':
      return isInLink ? node.value : <Words text={node.value} mentions={mentions} />;
    case 'emphasis':
      return <em>{within(node.children)}</em>;
    case 'strong':
      return <strong className="font-semibold">{within(node.children)}</strong>;
    case 'inlineCode':
      return <code className="rounded bg-wash px-1 font-mono text-[12px]">{node.value}</code>;
    case 'code':
      return <pre className="overflow-x-auto rounded bg-wash px-2 py-1.5 font-mono text-[12px]">{node.value}</pre>;
    case 'break':
      return <br />;
    case 'link': {
      const label = within(node.children, true);
      return isWebAddress(node.url) ? <WebLink address={node.url}>{label}</WebLink> : label;
    }
    case 'blockquote':
      return (
        <blockquote className="grid gap-1.5 border-l-2 border-line pl-2 text-ink-2">{within(node.children)}</blockquote>
      );
    case 'list': {
      const items = within(node.children);
      return node.ordered ? (
        <ol start={node.start ?? 1} className="list-decimal pl-5">
          {items}
        </ol>
      ) : (
        <ul className="list-disc pl-5">{items}</ul>
      );
    }
    case 'listItem':
      return <li>{within(node.children)}</li>;
    default:
      return 'value' in node ? node.value : null;
  }
}

/** Plain words in which bare links can be followed and people who are named stand out. */
function Words({ text, mentions }: { text: string; mentions: PersonView[] }) {
  const links = Array.from(text.matchAll(bareLink), ({ 0: found, index: start }) => {
    const address = found.replace(endOfSentence, '');
    return { start, end: start + address.length, shown: <WebLink address={address}>{address}</WebLink> };
  }).filter(({ start, end }) => isWebAddress(text.slice(start, end)));
  const names = mentionsIn(text, mentions)
    .filter(({ start }) => !links.some((link) => start >= link.start && start < link.end))
    .map(({ start, end }) => ({
      ...{ start, end },
      shown: <b className="rounded-sm bg-accent-wash px-0.5 font-medium text-accent">{text.slice(start, end)}</b>,
    }));
  const special = [...links, ...names].sort((a, b) => a.start - b.start);
  return (
    <>
      {special.map(({ start, shown }, index) => (
        <Fragment key={start}>
          {text.slice(special[index - 1]?.end ?? 0, start)}
          {shown}
        </Fragment>
      ))}
      {text.slice(special.at(-1)?.end ?? 0)}
    </>
  );
}

function WebLink({ address, children }: { address: string; children: ReactNode }) {
  return (
    <a
      href={address}
      title={address}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="text-accent underline"
    >
      {children}
    </a>
  );
}
