import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { ArticleDraft } from '#lib/domain/articles/article';
import { otherReadings } from '#lib/intake/file/decode';
import { declaredEncoding, decodePage } from '#lib/intake/page/charset';
import { sanitisePage } from '#lib/intake/page/sanitise';
import { draftFromMarkup, draftFromPage, type PageResult } from './page';

const prose =
  'The committee said on Tuesday that it would publish all figures by the end of March, and that nobody had asked before.';
const more =
  'Its chair, Ada Holm, said that the delay had cost the city 1.2 million crowns, a fifth of the yearly budget.';

function draftOf(result: PageResult): ArticleDraft {
  if (!result.ok) throw new Error(`refused: ${result.code}`);
  return result.draft;
}
const pasted = (html: string) => draftOf(draftFromMarkup(html)).paragraphs.map(({ kind, text }) => [kind, text]);
const pageOf = (head: string, body = `<h1>Figures by March</h1><p>${prose}</p><p>${more}</p>`) =>
  `<!doctype html><html><head>${head}</head><body><article>${body}</article></body></html>`;

describe('a formatted paste', () => {
  it.each<[string, string, [string, string][]]>([
    [
      'keeps its kinds',
      `<p>${prose}</p><h2>What happened</h2><ul><li>One thing</li></ul><figure><img alt="x"><figcaption>A hall</figcaption></figure>`,
      [
        ['body', prose],
        ['heading', 'What happened'],
        ['list-item', 'One thing'],
        ['caption', 'A hall'],
      ],
    ],
    [
      'numbers ordered items',
      `<p>${prose}</p><ol start="3"><li><p>Third</p><p>and its rest.</p></li><li>Fourth</li></ol>`,
      [
        ['body', prose],
        ['list-item', '3. Third'],
        ['list-item', 'and its rest.'],
        ['list-item', '4. Fourth'],
      ],
    ],
    [
      'parts paragraphs at two line breaks, and Chinese ones at one',
      `<div>${prose}<br><br>${more}<br>一行中文。<br>又一行中文。</div>`,
      [
        ['body', prose],
        ['body', more],
        ['body', '一行中文。'],
        ['body', '又一行中文。'],
      ],
    ],
    [
      'joins source lines as a browser shows them',
      `<p>The hall\n  was full\n<b>again</b>.</p><p>大厅\n里坐满了人。</p>`,
      [
        ['body', 'The hall was full again.'],
        ['body', '大厅里坐满了人。'],
      ],
    ],
    [
      'reads tables by rows, and tables of layout by what is in them',
      `<p>${prose}</p><table><tr><th>City</th><th>2023</th></tr><tr><td>Orrin</td><td>41</td></tr></table><table><tr><td><p>${more}</p><p>End of it.</p></td></tr></table>`,
      [
        ['body', prose],
        ['body', 'City | 2023'],
        ['body', 'Orrin | 41'],
        ['body', more],
        ['body', 'End of it.'],
      ],
    ],
    [
      'drops what nobody sees, and the numbers of notes',
      `<p>${prose}<sup><a href="#n1">[1]</a></sup></p><p hidden>one</p><p style="display: none">two</p><p class="sr-only">three</p><span aria-hidden="true">four</span><script>five</script><style>six</style><template>seven</template>`,
      [['body', prose]],
    ],
    [
      'shows the marks of q',
      `<p>${prose}</p><p>She said <q>no</q>.</p>`,
      [
        ['body', prose],
        ['body', 'She said “no”.'],
      ],
    ],
    [
      'takes a bold line for a heading, and the first for the title',
      `<p><b>The cost</b></p><p>${prose}</p><p>${more}</p>`,
      [
        ['body', prose],
        ['body', more],
      ],
    ],
    [
      'keeps what is said twice, lines of links, classes of furniture and a heading at the end',
      `<p>${prose}</p><p>${more}</p><p>${prose}</p><p>nobody had asked before</p><ul class="related"><li><a href="https://a.example/">One report</a></li><li><a href="https://b.example/">Another report</a></li></ul><h2>更正：是三月</h2>`,
      [
        ['body', prose],
        ['body', more],
        ['body', prose],
        ['body', 'nobody had asked before'],
        ['list-item', 'One report'],
        ['list-item', 'Another report'],
        ['heading', '更正：是三月'],
      ],
    ],
    [
      'sets aside what says that it is navigation',
      `<nav><a href="/">Home page</a></nav><p>${prose}</p><footer>电话 010-1234</footer>`,
      [
        ['boilerplate', 'Home page'],
        ['body', prose],
        ['boilerplate', '电话 010-1234'],
      ],
    ],
    [
      'leaves out what was struck out by an editor',
      `<p>${prose}</p><p>全市有<del>41</del><ins>52</ins>个站，<s>也许</s>更多。</p>`,
      [
        ['body', prose],
        ['body', '全市有52个站，也许更多。'],
      ],
    ],
    [
      'keeps boxes that are ticked or not, and what stands beside them',
      `<p>${prose}</p><p><input type="checkbox" checked>核对过52个站</p><p><input type="checkbox"> Ask the chair</p>`,
      [
        ['body', prose],
        ['body', '☒ 核对过52个站'],
        ['body', '☐ Ask the chair'],
      ],
    ],
    [
      'numbers Word’s items as Word does, and bullets not at all',
      `<p>${prose}</p><p style="mso-list:l1 level1 lfo2"><span style="mso-list:Ignore">（三）<span>&nbsp;&nbsp; </span></span>组织保障</p><p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>&nbsp; </span></span>A point</p>`,
      [
        ['body', prose],
        ['list-item', '（三） 组织保障'],
        ['list-item', 'A point'],
      ],
    ],
    [
      'puts the notes of Word beside their paragraphs, each with its place',
      `<p>It cost 41 crowns.<a href="#_ftn1" name="_ftnref1">[1]</a> Nobody<a href="#_msocom_2" name="_msoanchor_2">[AL2]</a> asked.<a href="#_ftn2" name="_ftnref2">[2]</a></p><p>${prose}</p><div><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> Minutes, page 3.</p><p>And page 4.</p></div><div id="ftn2"><p><a href="#_ftnref2" name="_ftn2">[2]</a> Letter of May.</p></div></div><div><div><a name="_msocom_2"></a><p><a href="#_msoanchor_2">[AL2]</a>Really?</p></div></div>`,
      [
        ['body', 'It cost 41 crowns. Nobody asked.'],
        ['list-item', '1. [It cost 41 crowns.] Minutes, page 3.'],
        ['list-item', 'And page 4.'],
        ['boilerplate', '[AL2] Really?'],
        ['list-item', '2. Letter of May.'],
        ['body', prose],
      ],
    ],
    [
      'puts the notes of Google Docs and LibreOffice beside their paragraphs',
      `<p>花了41万元<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>，没有人问过。</p><p>${prose}<a name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p><div id="sdfootnote1"><p><a name="sdfootnote1sym" href="#sdfootnote1anc">1</a>A letter.</p></div><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a>&nbsp;会议记录。</p></div><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a>真的吗？</p></div>`,
      [
        ['body', '花了41万元，没有人问过。'],
        ['boilerplate', '[a] 真的吗？'],
        ['list-item', '1. [花了41万元] 会议记录。'],
        ['body', prose],
        ['list-item', '1. A letter.'],
      ],
    ],
    [
      'leaves links to other paragraphs where they are',
      `<p>${prose} <a href="#costs">See below</a>.</p><p id="costs">${more} <a href="#top">Up</a></p>`,
      [
        ['body', `${prose} See below.`],
        ['body', `${more} Up`],
      ],
    ],
  ])('%s', (_, html, expected) => {
    expect(pasted(html)).toEqual(expected);
  });

  it('says that deletions were left out', () => {
    const html = `<p>${prose}</p><p>It has <del>41</del><ins>52</ins> rooms.</p>`;
    expect(draftOf(draftFromMarkup(html)).notices).toEqual([{ code: 'tracked-changes', count: 1 }]);
  });

  it('takes no line of a word processor’s document for boilerplate, and most of a browser’s for what it is', () => {
    const html = `<p>${prose}</p><p>Read more: the figures of March</p>`;
    const kinds = (text: string) => pasted(text).map(([kind]) => kind);
    expect(kinds(html)).toEqual(['body', 'boilerplate']);
    expect(kinds(`<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>${html}</body></html>`)).toEqual([
      'body',
      'body',
    ]);
  });

  it('takes its title and credits from its first lines', () => {
    expect(draftOf(draftFromMarkup(`<h1>Figures by March</h1><p>By Jane Doe</p><p>${prose}</p>`))).toMatchObject({
      title: 'Figures by March',
      byline: 'Jane Doe',
      paragraphs: [{ kind: 'body', text: prose }],
    });
  });

  it('may be the labelled form', () => {
    const html = `<p>标题：谁在围猎</p><p>链接：https://a.cn/b</p><p>正文：</p><p>为什么没有出现？</p>`;
    expect(draftOf(draftFromMarkup(html))).toMatchObject({
      title: '谁在围猎',
      url: 'https://a.cn/b',
      paragraphs: [{ text: '为什么没有出现？' }],
    });
  });

  it('keeps its kinds and notes below the labelled form', () => {
    const html = `<p>标题：谁在围猎</p><p>链接：https://a.cn/b</p><p>正文：没有人问过。<a href="#cmnt1" id="cmnt_ref1">[a]</a></p><h2>回应</h2><p>没有。</p><p><a href="#cmnt_ref1" id="cmnt1">[a]</a>真的吗？</p>`;
    expect(pasted(html)).toEqual([
      ['body', '没有人问过。'],
      ['boilerplate', '[a] 真的吗？'],
      ['heading', '回应'],
      ['body', '没有。'],
    ]);
  });
});

describe('a page states its facts', () => {
  const linked = (data: string) => `<script type="application/ld+json">${data}</script>`;
  it.each<[string, string, Partial<ArticleDraft>]>([
    [
      'in JSON-LD',
      linked(
        '[{"@type":"NewsArticle","headline":"Figures by March","author":"Jane Doe","datePublished":"2023-02-14T23:50:00-05:00"}]',
      ),
      { byline: 'Jane Doe', publishedOn: '2023-02-14' },
    ],
    [
      'in JSON-LD with line breaks in strings and a comma too many',
      linked('{"@type":"Article","description":"a\nb","author":{"name":"Jane Doe"},}'),
      { byline: 'Jane Doe' },
    ],
    [
      'in a comment around JSON-LD',
      linked('<!-- {"@type":"Article","author":[{"name":"A"},{"name":"B"},{"name":"C"}]} -->'),
      { byline: 'A, B and C' },
    ],
    [
      'not in JSON-LD that is broken',
      linked('{"@type":"Article","author":'),
      { byline: null, title: 'Figures by March' },
    ],
    [
      'not by way of a prototype',
      linked('{"__proto__":{"headline":"no"},"constructor":{"@type":"Article"},"@type":"Article"}'),
      { title: 'Figures by March' },
    ],
    [
      'in meta tags',
      '<meta name="author" content="By Jane Doe"><meta property="article:published_time" content="2023-02-14"><meta property="og:site_name" content="The Post">',
      { byline: 'Jane Doe', publishedOn: '2023-02-14', publisher: 'The Post' },
    ],
    [
      'and its title without the site’s name',
      '<title>Figures by March | News | The Post</title>',
      { title: 'Figures by March' },
    ],
  ])('%s', (_, head, expected) => {
    expect(draftOf(draftFromPage(pageOf(head)))).toMatchObject(expected);
  });

  it.each<[string, string, string, string | null]>([
    [
      'in words of its language',
      '<html lang="de">',
      '<p class="post-byline">von Nora Feld · 22. Oktober 2019</p>',
      '2019-10-22',
    ],
    [
      'before what it is filed under',
      '<html>',
      '<p class="postmeta">3. August 2015 · Filed under harbours</p>',
      '2015-08-03',
    ],
    ['in the headline itself', '<html>', '', '2022-01-27'],
    ['day first where months are not', '<html lang="fr">', '<div class="date">04/03/2022</div>', '2022-03-04'],
    ['not where it may be another', '<html lang="en">', '<div class="date">04/03/2022</div>', null],
    ['with two digits for its year', '<html lang="fr">', '<a class="date">mardi 10.12.19</a>', '2019-12-10'],
    [
      'not by the day of a change',
      '<html>',
      '<div id="info">page revision: 8, last edited: <span class="odate">17 Jun 2018</span></div>',
      null,
    ],
    [
      'not by a list of references',
      '<html>',
      '<h2>References</h2><ol><li>Feld, N. (2019-05-05). Ports. <time datetime="2019-05-05">read</time></li></ol>',
      null,
    ],
    [
      'not by other items',
      '<html>',
      `<ul><li><article><a href="/b"><time>3 May 2018</time> Another report</a></article></li></ul>`,
      null,
    ],
  ])('by its shown date: %s', (name, html, line, expected) => {
    const heading =
      name === 'in the headline itself'
        ? '<span class="topline">27.01.2022</span>Figures by March'
        : 'Figures by March';
    const page = `${html}<body><article><h1>${heading}</h1>${line}<p>${prose}</p><p>${more}</p></article></body></html>`;
    expect(draftOf(draftFromPage(page))).toMatchObject({ title: 'Figures by March', publishedOn: expected });
  });

  it.each<[string, string, string, string]>([
    ['a time in UTC after midnight', '2022-05-04T00:44:52.000Z', '<li>Orrin 03/05/2022 21:44</li>', '2022-05-03'],
    ['the paper of the next day', '2019-12-09T20:00:49', '<a class="date">mardi 10.12.19</a>', '2019-12-10'],
    ['a change on the next day', '2019-12-09T20:00:49+01:00', '<time class="updated">10.12.2019</time>', '2019-12-09'],
    [
      'a date of something else',
      '2019-12-09T20:00:49+01:00',
      '<p class="date">Meeting of 3 May 2020</p>',
      '2019-12-09',
    ],
  ])('by what it shows beside what it states: %s', (_, stated, line, expected) => {
    const head = `<meta property="article:published_time" content="${stated}">`;
    const page = pageOf(head, `<h1>Figures by March</h1>${line}<p>${prose}</p><p>${more}</p>`);
    expect(draftOf(draftFromPage(page)).publishedOn).toBe(expected);
  });

  it('by the one of two statements that it shows', () => {
    const head = `${linked('{"@type":"Article","datePublished":"2023-11-03"}')}<meta property="article:published_time" content="2023-11-06">`;
    const page = pageOf(head, `<h1>Figures by March</h1><time>6 November 2023</time><p>${prose}</p><p>${more}</p>`);
    expect(draftOf(draftFromPage(page)).publishedOn).toBe('2023-11-06');
  });

  it.each<[string, string, string | null]>([
    ['after a date', '<span>06.11.2023 13:30 von Nora</span>', 'Nora'],
    ['between words about its date', '<p>Posted on September 21, 2020 by Nora Feld</p>', 'Nora Feld'],
    ['behind a dash', '<p class="text-muted">11.12.2019 - Nora Feld</p>', 'Nora Feld'],
    ['marked by its class', '<p class="post-author-name">Nora Feld</p>', 'Nora Feld'],
    ['in a field of its system', '<div class="field-name-author"><a class="username">von Nora</a></div>', 'Nora'],
    [
      'with a day that counts',
      '<div class="author-info__txt"><span>Nora Feld</span> <span>Stand: 05. Februar 2020</span></div>',
      'Nora Feld',
    ],
    ['by what sort of text it is', '<p>Gastbeitrag von Nora Feld</p>', 'Nora Feld'],
    ['but not as an account', '<span class="author">von wordpressadmin |</span>', null],
    ['but not as a section', '<p>2020-04-26 <a href="/c" rel="category tag">Harbour Affairs</a></p>', null],
    ['but not as a label', '<p class="meta-prep-author">Publiziert</p>', null],
  ])('by its shown author: %s', (_, line, expected) => {
    const page = pageOf('', `<h1>Figures by March</h1>${line}<p>${prose}</p><p>${more}</p>`);
    expect(draftOf(draftFromPage(page)).byline).toBe(expected);
  });

  it.each<[string, string, string | null]>([
    ['an account in JSON-LD', linked('{"@type":"Article","author":{"name":"admin"}}'), 'Nora Feld'],
    ['an address', '<meta name="author" content="harbour.example">', 'Nora Feld'],
    ['nothing written out', '<meta name="author" content="null">', 'Nora Feld'],
    ['the owner of the site', '<meta name="author" content="Harbour AG">', 'Nora Feld'],
    [
      'another name in JSON-LD',
      linked('{"@graph":[{"@type":"Article","author":{"@id":"#p"}},{"@type":"Person","@id":"#p","name":"Ada Holm"}]}'),
      'Ada Holm',
    ],
  ])('by its shown author where it states %s', (_, head, expected) => {
    const page = pageOf(
      head,
      `<h1>Figures by March</h1><p class="byline">By Nora Feld</p><p>${prose}</p><p>${more}</p>`,
    );
    expect(draftOf(draftFromPage(page)).byline).toBe(expected);
  });

  it.each(['By Nora Feld, Harbour correspondent', 'Reporting by Nora Feld; Editing by Ada Holm'])(
    'by the name alone in %s',
    (byline) => {
      const page = pageOf('', `<h1>Figures by March</h1><p class="byline">${byline}</p><p>${prose}</p><p>${more}</p>`);
      expect(draftOf(draftFromPage(page)).byline).toBe('Nora Feld');
    },
  );

  it('joins its authors in its language', () => {
    const authors = linked('{"@type":"Article","author":[{"name":"Nora Feld"},{"name":"Ada Holm"}]}');
    const page = pageOf(authors).replace('<html>', '<html lang="de">');
    expect(draftOf(draftFromPage(page)).byline).toBe('Nora Feld und Ada Holm');
  });

  it.each<[string, string, string, string]>([
    ['a network’s names', '港口预算缩减_新浪财经_新浪网', '', '港口预算缩减'],
    ['a portal’s name', '港口预算缩减-搜狐网', '', '港口预算缩减'],
    ['a newsroom behind a dash', 'Harbour trims its budget - BBC News', '', 'Harbour trims its budget'],
    [
      'a site’s name with a dash of its own',
      'Harbour trims its budget | AOC - Opinion and Critique',
      '<meta property="og:site_name" content="AOC">',
      'Harbour trims its budget',
    ],
    [
      'a name before it',
      'Reuters | Harbour trims its budget',
      '<meta property="og:site_name" content="Reuters">',
      'Harbour trims its budget',
    ],
    [
      'but never a dash of its own',
      'Harbour trims its budget – and why that is not all',
      '',
      'Harbour trims its budget – and why that is not all',
    ],
    [
      'but not a short end of its own',
      'Leasing or buying a boat – what pays?',
      '',
      'Leasing or buying a boat – what pays?',
    ],
  ])('and its title without %s', (_, title, head, expected) => {
    const page = pageOf(`<title>${title}</title>${head}`, `<p>${prose}</p><p>${more}</p>`);
    expect(draftOf(draftFromPage(page)).title).toBe(expected);
  });

  it.each<[string, string, string, string]>([
    [
      'the site’s name leads to its front page',
      '<title>seaside » Number two: Leo</title>',
      '<h1><a href="/">seaside</a></h1><h2 class="posttitle"><a href="/two">Number two: Leo</a></h2>',
      'Number two: Leo',
    ],
    [
      'the site’s name is a logo',
      '<title>Grain basics : Baking recipes</title>',
      '<h1 class="logo">Baking recipes</h1><h2>Grain basics</h2>',
      'Grain basics',
    ],
    [
      'the window has the site’s name and motto alone',
      '<title>Orrin Online_All the news</title>',
      '<div class="logo"><h1>Orrin Online</h1></div><h2 class="title">Harbour trims its budget</h2>',
      'Harbour trims its budget',
    ],
    [
      'the page’s window says it otherwise',
      '<title>Harbour budget: all figures | The Post</title><meta property="og:title" content="Harbour budget: all figures">',
      '<h1 class="entry-title">Why the harbour has to do with less</h1>',
      'Why the harbour has to do with less',
    ],
    [
      'a kicker stands before it',
      '<meta property="og:title" content="Harbour trims its budget">',
      '<h1><span>Orrin</span> Harbour trims its budget</h1>',
      'Harbour trims its budget',
    ],
    [
      'a quotation stands before it',
      '<meta property="og:title" content="Harbour trims its budget">',
      '<h1>"No choice": Harbour trims its budget</h1>',
      '"No choice": Harbour trims its budget',
    ],
    [
      'small print stands in it',
      '',
      '<h1>Harbour trims its budget <small>02.02.2022 • Press</small></h1>',
      'Harbour trims its budget',
    ],
  ])('and shows its headline where %s', (_, head, heading, expected) => {
    const page = `<html><head>${head}</head><body><div>${heading}<p>${prose}</p><p>${more}</p></div></body></html>`;
    expect(draftOf(draftFromPage(page, { url: 'https://site.example/2020/two' })).title).toBe(expected);
  });

  const text = `<p>${prose}</p><p>${more}</p><p>三月底以前会公布全部数字，此前没有人问起。</p>`;
  it.each<[string, string, Partial<ArticleDraft>]>([
    ['a name and a time', '<p>林小禾　2023-11-21 10:20</p>', { byline: '林小禾', publishedOn: '2023-11-21' }],
    [
      'a time and a newsroom',
      '<div>2024-05-11 09:20 江城晚报[整理]</div>',
      { publisher: '江城晚报', publishedOn: '2024-05-11' },
    ],
    ['a reporter of the newsroom', '<p>本报记者 林小禾</p>', { byline: '林小禾' }],
    ['a reporter who took the pictures', '<p>记者 林小禾 文/图</p>', { byline: '林小禾' }],
    ['a newsroom in brackets', '<p>【来源：河港晚报】</p>', { publisher: '河港晚报' }],
    ['who wrote the text', '<p>林小禾、周远/文</p>', { byline: '林小禾、周远' }],
    ['a reporter’s text', '<p>记者/文 林小禾</p>', { byline: '林小禾' }],
    ['a publisher and a button', '<div><span>河港财经周刊 举报</span></div>', { publisher: '河港财经周刊' }],
    [
      'labels of all that worked on it',
      '<div>来源：河港新闻网　　时间：2024-05-11　　责任编辑：周远</div>',
      { publisher: '河港新闻网', publishedOn: '2024-05-11', byline: null },
    ],
    [
      'a time before a label',
      '<div>2024年05月11日 09:20 | 来源：河港网</div>',
      { publisher: '河港网', publishedOn: '2024-05-11' },
    ],
    ['how often it was read', '<div>发布时间：2024/05/11 09:20:11 浏览次数：375</div>', { publishedOn: '2024-05-11' }],
    ['a reporter of a named newsroom', '<p>河港日报记者 林小禾 报道</p>', { byline: '林小禾' }],
    ['a reporter in brackets', '<p>（记者 林小禾）</p>', { byline: '林小禾' }],
    ['a reporter and a place', '<p>記者林小禾／台北報導</p>', { byline: '林小禾' }],
    [
      'a dateline',
      '<p>河港社北京5月11日电（记者林小禾、周远）港务局说，全市有375人在港口工作。</p>',
      { byline: '林小禾、周远' },
    ],
    ['no reporter in a sentence', '<p>负责人（记者注：林小禾）没有回答问题，也没有给出数字。</p>', { byline: null }],
    ['a button alone', '<div><span>举报</span></div>', { publisher: null }],
  ])('in Chinese lines under its title: %s', (_, line, expected) => {
    expect(draftOf(draftFromPage(pageOf('', `<h1>三月的数字</h1>${line}${text}`)))).toMatchObject(expected);
  });

  it.each<[string, string]>([
    [
      'related items',
      '<div class="related"><p><a href="/1">Other</a> <time datetime="2024-05-12">12 May</time></p></div>',
    ],
    [
      'comments',
      '<ul class="comments"><li><span class="author">P. Older</span> <time datetime="2024-05-12">12 May</time></li></ul>',
    ],
    [
      'references',
      '<section><h2>参考文献</h2><p><span itemprop="author">P. Older</span> <time itemprop="datePublished" datetime="1988">1988</time></p></section>',
    ],
    [
      'items of a list',
      '<ul><li itemscope><span itemprop="author">P. Older</span> <span itemprop="datePublished">1988</span></li></ul>',
    ],
  ])('and not those of %s', (_, others) => {
    const html = `<html><body><div><h1>Figures by March</h1><div>${text}</div></div>${others}</body></html>`;
    expect(draftOf(draftFromPage(html))).toMatchObject({ byline: null, publishedOn: null });
  });

  it.each<[string, string, string]>([
    ['/canonical?x=1', 'https://post.example/a?utm_source=x', 'https://post.example/canonical?x=1'],
    ['https://www.post.example/a', 'https://m.post.example/a', 'https://www.post.example/a'],
    ['https://other.example/a', 'https://post.example/a', 'https://post.example/a'],
    ['javascript:alert(1)', 'https://post.example/a', 'https://post.example/a'],
    ['http://u:p@post.example/', 'https://post.example/a', 'https://post.example/a'],
  ])('and the address %s of %s', (href, url, expected) => {
    expect(draftOf(draftFromPage(pageOf(`<link rel="canonical" href="${href}">`), { url })).url).toBe(expected);
  });

  it('shows the day that its readers see where the machine’s is in UTC', () => {
    const head = '<meta property="article:published_time" content="2023-02-13T17:00:00Z">';
    const body = `<h1>Figures by March</h1><p>2023-02-14</p><p>${prose}</p><p>${more}</p>`;
    expect(draftOf(draftFromPage(pageOf(head, body))).publishedOn).toBe('2023-02-14');
  });

  it('and gives its text in JSON-LD where the markup has none', () => {
    const data = JSON.stringify({ '@type': 'NewsArticle', headline: 'Figures', articleBody: `${prose}\n${more}` });
    const html = `<html><head>${linked(data)}</head><body><div id="root"></div></body></html>`;
    expect(draftOf(draftFromPage(html)).paragraphs.map(({ text }) => text)).toEqual([prose, more]);
  });
});

it('keeps the sentence that stands with the title in the head of an article', () => {
  const lead = '三月底以前会公布全部数字，此前没有人问起，也没有人催过。';
  const head = `<header><div><h1>Figures by March</h1></div><div><div><div><div>${lead}</div></div></div></div></header>`;
  const html = pageOf('', `${head}<div><p>${prose}</p><p>${more}</p><p>${prose} And so on.</p></div>`);
  expect(draftOf(draftFromPage(html)).paragraphs[0]?.text).toBe(lead);
});

describe('a class word is not a verdict', () => {
  const half = 'Dredging alone is to take 640,000 crowns, a quarter of what remains in the budget.';
  const han = '全市共有52个车站，比去年多11个，运营方说客流没有减少。';
  const textsOf = (inside: string) => {
    const html = pageOf('', `<h1>Figures by March</h1><p>${prose}</p><p>${more}</p>${inside}`);
    return draftOf(draftFromPage(html)).paragraphs.map(({ text }) => text);
  };
  it.each<[string, string]>([
    ['a metered part', `<div class="paywall"><p>${half}</p></div>`],
    ['a section numbered after a list of contents', `<section id="toc_2"><p>${half}</p></section>`],
    ['a part with room for advertisements', `<div class="text with-ads"><p>${half}</p></div>`],
    ['an opinion', `<div class="comment-text"><p>${half}</p></div>`],
    ['related figures', `<div class="related-figures">${half}</div>`],
    ['a correction in a box beside the text', `<aside class="correction-box"><p>${half}</p></aside>`],
    [
      'a part that scripts show later',
      `<div class="page-part"><p>It is so.</p></div><div class="page-part hidden" style="display: none"><p>${half}</p></div>`,
    ],
    [
      'lines of a live ticker',
      `<div class="live-comment"><p>${half}</p></div><div class="live-comment"><p>${han}</p></div>`,
    ],
    ['a letter of news that is told about', `<div class="newsletter-affair"><p>${half}</p></div>`],
    ['a part to sign up after', `<div id="signup-2"><p>${half}</p></div>`],
    ['a sponsored walk', `<section class="sponsor-walk"><p>${half}</p></section>`],
    ['a promotion to the first division', `<div id="promo_2024"><p>${half}</p></div>`],
    ['a share of the budget', `<div class="market-share"><p>${half}</p></div>`],
    [
      'a part that is popular',
      `<div id="popular"><p>Dredging <b>alone</b> is to take 640,000 crowns, <a href="/b">a quarter</a> of what remains in the budget.</p></div>`,
    ],
  ])('on %s', (_, inside) => {
    const texts = textsOf(inside);
    expect(texts.filter((text) => text !== 'It is so.' && text !== han)).toEqual([prose, more, half]);
    if (inside.includes(han)) expect(texts).toContain(han);
  });

  it.each<[string, string, string[]]>([
    [
      'of sources',
      '<ul><li><a href="https://b.example/1">Minutes of May</a></li><li><a href="https://c.example/2">Annual report</a></li></ul>',
      ['Sources of these figures:', 'Minutes of May', 'Annual report'],
    ],
    [
      'of other articles',
      '<ul><li><a href="https://a.example/1">Minutes of May</a></li><li><a href="https://a.example/2">Annual report</a></li></ul>',
      ['Sources of these figures:'],
    ],
    [
      'to share it by',
      '<ul><li><a href="https://facebook.com/s">Facebook</a></li><li><a href="https://x.com/s">X</a></li></ul>',
      ['Sources of these figures:'],
    ],
  ])('on a list of links %s', (_, list, expected) => {
    const head = '<link rel="canonical" href="https://a.example/budget">';
    const body = `<h1>Figures by March</h1><p>${prose}</p><p>${more}</p><p>Sources of these figures:</p>${list}`;
    const draft = draftOf(draftFromPage(pageOf(head, body)));
    expect(draft.paragraphs.map(({ text }) => text)).toEqual([prose, more, ...expected]);
  });

  it('on a metered part in Chinese', () => {
    expect(textsOf(`<div class="regwall"><p>${han}</p></div>`)).toEqual([prose, more, han]);
  });

  it.each<[string, string]>([
    [
      'comments by readers',
      `<div class="comments"><div class="comment"><p>${half}</p></div><div class="comment"><p>${han}</p></div></div>`,
    ],
    ['a lone comment with its link', `<div class="comment"><p>${half}</p><a href="#r">Reply</a></div>`],
    ['a lone comment under its head', `<div class="pinglun"><h3>网友评论</h3><p>${han}</p></div>`],
    ['a box to sign up in', `<div class="paywall"><p>${half}</p><input type="email"></div>`],
    ['a call to pay', `<div class="paywall"><p>Subscribe from 3 crowns a week to read all that we publish.</p></div>`],
    [
      'a call to pay in Chinese',
      `<div class="regwall"><p>订阅后可继续阅读全文，每月只要15元，随时可以取消。</p></div>`,
    ],
    [
      'comments under a head of their own',
      `<div id="x"><h3>3 comments</h3><div class="pinglun"><p>${half}</p></div></div>`,
    ],
    [
      'headlines of other articles',
      `<div class="related"><p><a href="/a">Dredging alone is to take a quarter of the budget.</a></p></div>`,
    ],
    ['a call to subscribe', `<div class="newsletter"><p>Get all our reports into your inbox, every morning.</p></div>`],
    [
      'who wrote it',
      `<div class="author-bio"><p>Jane Doe reports on harbours and has done so for ten years.</p></div>`,
    ],
    [
      'a daily letter',
      `<div class="newsletter"><p>Our daily briefing has all that the harbour said, in five minutes.</p></div>`,
    ],
    [
      'a letter in Chinese',
      `<div class="subscribe"><p>每天早上把港口的全部消息送到您的邮箱，五分钟就能读完。</p></div>`,
    ],
    [
      'a card of its author',
      `<section class="vcard author box"><p>Jane Doe writes about harbours, and so much more.</p></section>`,
    ],
    ['labels', `<div class="tags">Harbours, budgets, dredging, crowns</div>`],
  ])('but tells %s from the article', (_, inside) => {
    expect(textsOf(inside)).toEqual([prose, more]);
  });
});

describe('a page without the tags of its frame', () => {
  const head = '<meta name="author" content="Jane Doe"><title>Figures by March</title>';
  const body = `<h1>Figures by March</h1><p>${prose}</p><p>${more}</p><p>三月底以前会公布全部数字，此前没有人问起。</p>`;
  it.each<[string, string]>([
    ['has none at all', `<!doctype html>${head}${body}`],
    ['has no head and no body', `<html lang="en">${head}${body}</html>`],
    ['has no body', `<html><head>${head}</head>${body}</html>`],
    ['has no html', `<head>${head}</head><body>${body}</body>`],
    ['has a head alone', `<head>${head}</head>${body}`],
    ['has a body alone', `${head}<body>${body}`],
    ['has a head that is not closed', `<html><head>${head}${body}`],
    [
      'has two bodies',
      `<html><head>${head}</head><body><h1>Figures by March</h1></body><body>${body.slice(25)}</body>`,
    ],
    [
      'goes on after its end',
      `<html><head>${head}</head><body><h1>Figures by March</h1></body></html>${body.slice(25)}`,
    ],
  ])('comes in whole and keeps its original where it %s', (_, html) => {
    const draft = draftOf(draftFromPage(html));
    expect(draft).toMatchObject({ title: 'Figures by March', byline: 'Jane Doe' });
    expect(draft.paragraphs.map(({ text }) => text)).toEqual([
      prose,
      more,
      '三月底以前会公布全部数字，此前没有人问起。',
    ]);
    const kept = sanitisePage(html, null);
    expect(kept?.title).toBe('Figures by March');
    for (const text of [prose, more, '三月底以前']) expect(kept?.html).toContain(text);
  });
});

describe('hostile markup', () => {
  it.each<[string, string]>([
    ['ten megabytes of open tags', '<div>'.repeat(2_000_000)],
    ['deep nesting', '<div>'.repeat(30_000)],
    ['deep nesting of what ends by itself', '<p><li>'.repeat(2_000)],
    ['many end tags', `${'<i>'.repeat(70_000)}${'</b>'.repeat(90_000)}`],
    ['many character references', '&amp;'.repeat(200_000)],
  ])('is refused: %s', (_, html) => {
    expect(draftFromPage(html)).toMatchObject({ ok: false, code: 'page-too-tangled' });
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['a lone comment', '<!--'],
    ['unclosed everything', '<p><a href="<b><i>'],
    ['an empty page', '<html><body></body></html>'],
    ['only scripts', '<script>alert(1)</script>'],
    ['names of prototypes', '<div class="constructor __proto__" id="toString"><p>__proto__</p></div>'],
  ])('is read or refused as empty: %s', (_, html) => {
    const result = draftFromPage(html);
    if (!result.ok) expect(result.code).toBe('article-empty');
  });
});

describe('decodePage', () => {
  const chinese = '<meta charset="CHARSET"><p>委员会星期二说，三月底以前会公布全部数字。这是第一次有人问起。';
  const traditional = '<meta charset="CHARSET"><p>委員會星期二說，三月底以前會公佈全部數字。這是第一次有人問起。';
  const japanese = '<meta charset="CHARSET"><p>委員会は火曜日、三月末までにすべての数字を公表すると述べた。';
  const latin = '<p>Le café de l’été coûte 41 €, a déclaré le président à Orléans.';
  const korean = '<p>위원회는 화요일에 3월 말까지 모든 수치를 공개하겠다고 밝혔다.';
  const greek = '<p>Το λιμάνι μείωσε τις δαπάνες του έτους κατά 4,2 τοις εκατό την Τρίτη, δήλωσε ο πρόεδρος.';
  const russian = '<p>Комиссия сообщила во вторник, что опубликует все данные до конца марта.';
  it.each<[string, string, string, string | null, string]>([
    ['GBK by its header', chinese.replace('CHARSET', ''), 'gbk', 'gbk', 'gb18030'],
    ['GBK by its meta tag', chinese.replace('CHARSET', 'gb2312'), 'gbk', null, 'gb18030'],
    ['GB18030 with rare characters', `${chinese}𠮷㐂`, 'gb18030', 'gb2312', 'gb18030'],
    ['GBK that says it is UTF-8', chinese.replace('CHARSET', 'utf-8'), 'gbk', 'utf-8', 'gb18030'],
    ['GBK that says nothing', chinese, 'gbk', null, 'gb18030'],
    ['Big5 by its meta tag', traditional.replace('CHARSET', 'big5'), 'big5', null, 'big5'],
    ['Big5 that says nothing', traditional, 'big5', null, 'big5'],
    ['Shift-JIS by its header', japanese, 'shift_jis', 'shift_jis', 'shift_jis'],
    ['Shift-JIS that says nothing', japanese, 'shift_jis', null, 'shift_jis'],
    ['GBK under an old name', chinese, 'gbk', 'csGB2312', 'gb18030'],
    ['Big5 under an old name', traditional, 'big5', ' X-X-Big5 ', 'big5'],
    ['Korean under its old name', korean, 'euc-kr', 'ks_c_5601-1987', 'euc-kr'],
    ['Cyrillic under an old name', russian, 'windows-1251', 'x-cp1251', 'windows-1251'],
    ['GBK that says what is no encoding of text', chinese, 'gbk', 'base64', 'gb18030'],
    ['UTF-8 that says it is GBK', chinese.replace('CHARSET', 'gbk'), 'utf-8', 'gbk', 'utf-8'],
    ['Big5 that says it is GBK', traditional.replace('CHARSET', 'gbk'), 'big5', 'gbk', 'big5'],
    ['GBK that says it is Big5', chinese.replace('CHARSET', 'big5'), 'gbk', 'big5', 'gb18030'],
    ['Shift-JIS that says it is GBK', japanese.replace('CHARSET', 'gb2312'), 'shift_jis', null, 'shift_jis'],
    ['GBK that says it is Latin', chinese.replace('CHARSET', 'iso-8859-1'), 'gbk', 'iso-8859-1', 'gb18030'],
    ['GBK that says it is Cyrillic', chinese.replace('CHARSET', ''), 'gbk', 'windows-1251', 'gb18030'],
    ['Latin that says it is UTF-8', latin, 'windows-1252', 'utf-8', 'windows-1252'],
    [
      'a long Latin page with few accents that says it is UTF-8',
      `${latin}${prose.repeat(200)}`,
      'windows-1252',
      'utf-8',
      'windows-1252',
    ],
    ['Latin as it says', latin, 'windows-1252', 'iso-8859-1', 'windows-1252'],
    ['Cyrillic that says it is Latin', russian, 'windows-1251', 'iso-8859-1', 'windows-1251'],
    ['Greek that says it is Latin', greek, 'iso-8859-7', 'windows-1252', 'iso-8859-7'],
    ['Cyrillic as it says', russian, 'windows-1251', 'windows-1251', 'windows-1251'],
    ['UTF-8 that says it is Latin', chinese, 'utf-8', 'iso-8859-1', 'utf-8'],
  ])('reads %s', (_, text, encoding, header, expected) => {
    const decoded = decodePage(iconv.encode(text, encoding), header);
    expect(decoded).toEqual({ ok: true, text, encoding: expected });
  });

  it.each(['utf-16le', 'utf-16be'])('reads %s with and without a mark', (encoding) => {
    for (const addBOM of [true, false]) {
      const decoded = decodePage(iconv.encode(`${chinese}<p>${prose}`, encoding, { addBOM }), null);
      expect(decoded).toMatchObject({ ok: true, encoding });
    }
  });

  it('tells what a page declares, by its header before its own tag', () => {
    const bytes = Buffer.from('<meta charset="gb2312"><p>x');
    expect(declaredEncoding(bytes, null)).toBe('gb18030');
    expect(declaredEncoding(bytes, 'big5')).toBe('big5');
    expect(declaredEncoding(bytes, 'no-such')).toBe('gb18030');
    expect(declaredEncoding(Buffer.from('<p>x'), null)).toBeNull();
  });

  it('takes UTF-8 with a broken character for UTF-8', () => {
    const bytes = Buffer.concat([
      Buffer.from(`<meta charset="utf-8">${chinese}`),
      Buffer.from([0xe4, 0xb8]),
      Buffer.from('<p>x'),
    ]);
    expect(decodePage(bytes, null)).toMatchObject({ ok: true, encoding: 'utf-8' });
  });

  it('reads as a person asks, and offers what else bytes may say', () => {
    const bytes = iconv.encode(
      '\u59d4\u5458\u4f1a\u661f\u671f\u4e8c\u8bf4\uff0c\u4f1a\u516c\u5e03\u5168\u90e8\u6570\u5b57\u3002',
      'gbk',
    );
    const others = otherReadings(bytes, 'gb18030');
    expect(others).toContain('windows-1252');
    expect(others).not.toContain('utf-8');
    expect(decodePage(bytes, null, 'windows-1252')).toMatchObject({ ok: true, encoding: 'windows-1252' });
    expect(decodePage(bytes, null, 'no-such')).toMatchObject({ ok: true, encoding: 'gb18030' });
    expect(otherReadings(Buffer.from('Nothing but plain text.'.repeat(10)), 'utf-8')).toEqual([]);
  });

  it('refuses what is no text', () => {
    expect(decodePage(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'utf-8')).toMatchObject({ ok: false });
    expect(decodePage(new Uint8Array(), null)).toEqual({ ok: false, code: 'empty-file' });
  });
});
