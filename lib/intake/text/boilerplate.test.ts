import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoilerplateReason, DraftParagraph } from '#lib/domain/articles/article';
import { markBoilerplate } from './boilerplate';

const body = (text: string): DraftParagraph => ({ kind: 'body', text });
const before = body('网易科技获悉，多家公司在本周公布了新的大模型产品，价格不等。');
const after = body('The company said on Tuesday that it would publish the figures next week.');

/** The reason that a line gets between two sentences of an article. */
function reasonInside(line: string): BoilerplateReason | undefined {
  return markBoilerplate([before, body(line), after])[1]?.reason;
}

describe('markBoilerplate finds furniture in the middle of an article', () => {
  it.each<[BoilerplateReason, string]>([
    ['source-time', '量子位 2025-03-27 11:37:28'],
    ['source-time', '机器之心Pro 2025-03-27 10:44:57'],
    ['source-time', '每日经济新闻　2025年3月27日 13:45'],
    ['source-time', '上海发布 2025/03/27 13:45'],
    ['source-time', 'Reuters  2 hours ago'],
    ['source-time', 'BBC News · 3h ago'],
    ['source-time', '量子位 3小时前'],
    ['source-time', 'The New York Times | Mar 27, 2025 11:37 AM'],
    ['source-time', '2025-03-27 11:37:28'],
    ['share-bar', '分享到微信 微博 QQ'],
    ['share-bar', '分享到：微信 | 新浪微博 | QQ空间'],
    ['share-bar', '点赞 收藏 评论'],
    ['share-bar', '点赞 12 收藏 3 评论 45'],
    ['share-bar', 'Share on Facebook Tweet'],
    ['share-bar', 'Share Tweet Email Print'],
    ['navigation', '首页 > 科技 > 正文'],
    ['navigation', '当前位置：首页 > 新闻中心 > 国内'],
    ['navigation', 'Skip to content'],
    ['navigation', 'Home / News'],
    ['navigation', 'Home › Business › Markets'],
    ['navigation', '返回顶部'],
    ['legal', '© 2023 Reuters. All rights reserved.'],
    ['legal', 'Copyright © 1997-2023 网易公司版权所有'],
    ['legal', '版权所有，未经授权不得转载'],
    ['legal', '本文为澎湃号作者上传，未经授权不得转载。'],
    ['legal', '未经许可，禁止转载或摘编'],
    ['legal', '责任编辑：王凤枝'],
    ['legal', '（责任编辑：张三_NT2541）'],
    ['legal', 'All rights reserved'],
    ['related', '相关阅读'],
    ['related', '【推荐阅读】'],
    ['related', 'Related articles'],
    ['related', 'Read more: How a small town lost its bank'],
    ['promotion', '扫码关注我们，获取更多资讯'],
    ['promotion', '点击下载APP'],
    ['promotion', '欢迎关注网易科技公众号'],
    ['promotion', 'This article is for subscribers only.'],
    ['promotion', 'Subscribe to continue reading'],
    ['promotion', 'Already a subscriber? Log in.'],
    ['promotion', '本文为付费内容，订阅后可阅读全文'],
    ['promotion', '剩余80%内容需订阅后查看'],
    ['promotion', 'Subscribe to our newsletter'],
    ['promotion', 'Sign up for our daily newsletter.'],
    ['promotion', 'Advertisement'],
  ])('%s: %s', (reason, line) => {
    expect(reasonInside(line)).toBe(reason);
  });
});

describe('markBoilerplate leaves the article alone', () => {
  it.each([
    '出品｜网易科技《后厂村7号》栏目（ID: tech_163）',
    '他在2023年3月1日 10:00:00 宣布辞职。',
    '截至 2025-03-25 10:44:48',
    '首次爆炸发生 2025-03-25 10:44',
    '量子位在2025-03-27 11:37:28发布了这篇报道',
    'He left 2 hours ago',
    'She was last seen at the station 2 hours ago.',
    'The bank collapsed 3 days ago',
    '公司成立于 2013年3月1日',
    '他说，分享到微信的链接很快被屏蔽。',
    '微信、微博、QQ',
    '评论',
    '分享',
    'Facebook, Twitter and LinkedIn',
    'Tweet',
    '从首页 > 科技频道可以看到，流量在下降。',
    'Home sales fell / rents rose',
    '3 > 2',
    'Inflation > 5%, growth < 2%',
    '版权所有者认为，模型训练侵犯了他们的权利。',
    '“未经授权不得转载”的声明没有法律效力。',
    '未经授权不得转载的规定引发争议。',
    '未经审批不得使用该模型，这是监管部门的要求。',
    'Copyright law was written for another age.',
    'The notice read: “All rights reserved.”',
    '责任编辑：李四说，他并不知情。',
    'Related costs rose by 4%.',
    'Read more books, she told the students.',
    '相关阅读量达到1000万。',
    '扫码支付已经成为主流。',
    '扫码关注公众号后，用户会被要求填写身份证号。',
    '“点击下载APP”这样的弹窗让老人困惑。',
    '用户点击下载后发现，APP会读取通讯录。',
    'Sign up for the army, the poster said.',
    'Subscribers to our newsletter grew to 2 million.',
    'Follow the money, he said.',
    'Save the children',
    '1、表达问题：语义重复，长篇幅段落中失去连贯性、自相矛盾，偶尔不符合逻辑',
    '中国AIGC生态初现：大厂搞基建，小厂做创新',
    '文字生成：小冰、Glow、清华九歌、彩云小梦、写作猫、澜舟科技、元语智能等。',
  ])('%s', (line) => {
    expect(reasonInside(line)).toBeUndefined();
  });
});

describe('markBoilerplate reads weaker signs at the edges only', () => {
  it('a source with a day but no time', () => {
    const line = body('南昌晚报 2025-03-25');
    expect(markBoilerplate([before, line, after])[1]?.kind).toBe('body');
    expect(markBoilerplate([before, line])[1]?.reason).toBe('source-time');
  });

  it('a list of headlines after a marker, where nothing else follows', () => {
    const list = [
      '相关阅读',
      '百度发布文心一言',
      'GPT-4来了，谁会失业？',
      '量子位 2025-03-27 11:37:28',
      '阿里加入战局',
    ].map(body);
    expect(markBoilerplate([before, ...list]).map(({ reason }) => reason)).toEqual([
      undefined,
      'related',
      'related',
      'related',
      'source-time',
      'related',
    ]);
    expect(markBoilerplate([before, ...list, after]).map(({ reason }) => reason)).toEqual([
      undefined,
      'related',
      undefined,
      undefined,
      'source-time',
      undefined,
      undefined,
    ]);
  });

  it('and marks nothing new the second time, whatever the lines are', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '相关阅读',
        'Home / News',
        '量子位 2025-03-27',
        '量子位 2025-03-27 11:37:28',
        'A headline',
        '一句话。',
      ),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const once = markBoilerplate(lines.map(body));
        expect(once.map(({ text }) => text)).toEqual(lines);
        expect(markBoilerplate(once)).toEqual(once);
      }),
    );
  });
});
