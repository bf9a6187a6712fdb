/**
 * The Chinese sample article: what a large model costs.
 *
 * It carries the mistakes that a desk meets: a model mistaken for its predecessor, a decimal point that slipped, a figure
 * copied without its year, two growth numbers that contradict each other.
 */
import type { SampleArticle } from './types';

export const sampleZh: SampleArticle = {
  key: 'zh',
  title: '大模型这笔账',
  publisher: '样稿周刊',
  byline: '许知白',
  publishedOn: '2023-02-14',
  language: 'zh-Hans',
  paragraphs: [
    {
      kind: 'body',
      text: '今年2月，人工智能研究员林若川每天要接三四个投资人的电话。“去年11月30日ChatGPT上线以前，没有人问过我一块显卡多少钱。”他说。如今人人都问，问的其实是同一笔账：造一个大模型、养一个大模型，到底得花多少钱，这钱又由谁来出。',
    },
    {
      kind: 'body',
      text: '流传最广的数字，是GPT-3.5训练一次要花300-460万美元。区间的上沿有迹可循：云算力公司Lambda在2020年6月估算，把GPT-3训练一遍，按当时最便宜的云价格也要460万美元。下沿出自哪里，没有人说得清。“训练费只是入场券，失败的那几十次实验才是大头。”林若川说。实验室的走廊里至今堆着上一代显卡，他说那是“学费的收据”。',
    },
    {
      kind: 'body',
      text: '另一本账记在人和机器头上。业内转来转去的一份测算说，OpenAI约有375名员工，一年工资约2亿美元、算力约5亿美元，合计约7亿美元，摊到每人头上近190万美元。这份账OpenAI没有认过，首席执行官萨姆·奥尔特曼公开说过的只有人数。',
    },
    { kind: 'heading', text: '每答一次，就花一次钱' },
    {
      kind: 'body',
      text: '模型训完，账才刚刚开始。传统软件卖得越多，每一份摊到的成本越低；大模型不是这样，每个问题抛过去，机房里的显卡都要实打实转上几秒。“回答一次，成本至少1美分，用户越多亏得越快。”创业者何青禾说。他的AI作画小程序去年秋天正当红，每天新增5万用户，两个月攒下50万用户。那阵子他最怕看到的不是差评，是云服务的账单。',
    },
    {
      kind: 'body',
      text: '差额由投资人垫着。去年10月，写营销文案的Jasper以15亿美元估值融资1.25亿美元；同一周，做图像模型的Stability AI宣布融资10.1亿美元，估值10亿美元。钱到账的时候，离ChatGPT上线还有一个多月。',
    },
    {
      kind: 'body',
      text: '钱从哪里回来？眼下算得清的只有广告。媒介采购陶闻给出的行情是：短视频每千次展示15-40元，图文展示每千次6-12美元。机器一晚上能写出几百条文案，她的客户却没有因此多买一条广告。“文案便宜了，可流量没有跟着便宜。”陶闻说，预算表上省下的那一栏，金额小得不值得开会。',
    },
    {
      kind: 'body',
      text: '更远的账写在预测里。高德纳预计，到2026年，全球30%的企业机构会有面向元宇宙的产品和服务；麦肯锡估计，到2030年元宇宙最高可带来5万亿美元的价值。两份报告都写在ChatGPT上线之前，如今谈元宇宙的人已经改谈大模型。林若川的预测要近得多：三年之内，同样的算力会便宜九成。到那时候，今天的每一笔账都得重算。他停了一下，又补了一句：“眼下最贵的还不是显卡，是着急。”',
    },
    { kind: 'boilerplate', text: '本刊微信 2023-02-14 10:44:48' },
  ],
  claims: [
    {
      paragraph: 0,
      exact: '去年11月30日ChatGPT上线以前，没有人问过我一块显卡多少钱。',
      kind: 'quote',
      speaker: 'lin',
      evidence: [
        {
          source: 'interview-lin',
          stance: 'supports',
          excerpt: '受访者原话与稿件一致，前一句谈的是投资人来电。',
          locator: '录音 03:12',
        },
      ],
      judgements: [
        {
          by: 'first',
          verdict: 'verified',
          rationale: '已听录音，逐字一致，上下文没有被剪掉。核的是“他说过”，不是“真没人问过”。',
          confidence: 'high',
        },
      ],
    },
    {
      paragraph: 0,
      exact: '去年11月30日ChatGPT上线',
      kind: 'fact',
      speaker: 'lin',
      evidence: [
        {
          source: 'openai-chatgpt',
          stance: 'supports',
          excerpt: 'OpenAI 于2022年11月30日发文推出 ChatGPT，免费开放试用。',
        },
      ],
      judgements: [
        {
          by: 'first',
          verdict: 'verified',
          rationale: '以 OpenAI 发布文章的日期为准。引语里的日期也要核，说错了应在文中注明。',
          confidence: 'high',
        },
        {
          by: 'second',
          verdict: 'verified',
          rationale: '发布日期一致；按美国时间计，国内已是12月1日凌晨，不影响行文。',
          confidence: 'high',
        },
      ],
    },
    {
      paragraph: 1,
      exact: 'GPT-3.5训练一次要花300-460万美元',
      kind: 'figure',
      metric: { subject: 'GPT-3.5', measure: '训练成本', scope: null },
      evidence: [
        {
          source: 'lambda-gpt3',
          stance: 'context',
          excerpt: '估算对象是 GPT-3：单次训练约460万美元，按云端 V100 牌价计。',
        },
        {
          source: 'oneflow-economics',
          stance: 'refutes',
          excerpt: '按2023年初的公有云价格，训练 GPT-3 约需140万美元。',
        },
        {
          source: 'guosheng-compute',
          stance: 'refutes',
          excerpt: '估算 GPT-3 训练一次的成本约为140万美元，更大的模型在200万至1200万美元之间。',
        },
        {
          source: 'ithome-guosheng',
          stance: 'refutes',
          excerpt: '转述国盛证券：GPT-3 训练一次约140万美元。',
        },
      ],
      judgements: [
        {
          by: 'first',
          verdict: 'verified',
          rationale: '上沿460万与 Lambda 的测算相符；文中写“流传最广”，没有当成厂商披露，数量级可信。',
          confidence: 'medium',
        },
        {
          by: 'second',
          verdict: 'disputed',
          rationale:
            '460万说的是 GPT-3，不是 GPT-3.5；另两份估算只有约140万（是否各自独立，待查）；300万的下沿找不到出处。',
          confidence: 'high',
        },
      ],
      adjudication: {
        verdict: 'disputed',
        reason:
          '模型对错了号，下沿没有出处，任何一条都不能放行。建议改为“训练一次GPT-3，公开估算在140万至460万美元之间”。顾清和关于数量级的意见保留在案。',
      },
    },
    {
      paragraph: 1,
      exact: '云算力公司Lambda在2020年6月估算，把GPT-3训练一遍，按当时最便宜的云价格也要460万美元',
      kind: 'fact',
      evidence: [
        {
          source: 'lambda-gpt3',
          stance: 'supports',
          excerpt: '2020年6月发文估算：用市面上最便宜的 GPU 云，单次训练也要约460万美元，折合单卡355年。',
        },
      ],
      judgements: [
        {
          by: 'first',
          verdict: 'verified',
          rationale: '机构、月份、对象和金额四项均与原文一致，“最便宜的云价格”也是原文的前提。',
          confidence: 'high',
        },
      ],
    },
    {
      paragraph: 1,
      exact: '训练费只是入场券，失败的那几十次实验才是大头。',
      kind: 'quote',
      speaker: 'lin',
    },
    {
      paragraph: 2,
      exact: '约有375名员工',
      kind: 'figure',
      metric: { subject: 'OpenAI', measure: '员工人数', scope: null },
      evidence: [
        {
          source: 'altman-headcount',
          stance: 'supports',
          excerpt: '2023年1月，奥尔特曼在公开账号上说 OpenAI 有375名员工。',
        },
      ],
      judgements: [
        {
          by: 'first',
          verdict: 'verified',
          rationale: '首席执行官本人给出的数，距发稿不到一个月，“约”字稳妥。台账里记为2023年1月的值。',
          confidence: 'high',
        },
        {
          by: 'second',
          verdict: 'verified',
          rationale: '一手来源。外包标注人员算不算在内，他没有说，台账里注明口径未知。',
          confidence: 'medium',
        },
      ],
    },
    {
      paragraph: 2,
      exact: '一年工资约2亿美元',
      kind: 'figure',
      metric: { subject: 'OpenAI', measure: '薪酬支出', scope: null },
      evidence: [
        {
          source: 'fortune-openai',
          stance: 'refutes',
          excerpt: '报道所引文件：2022年人员开支预计8931万美元。',
        },
        {
          source: 'reuters-openai-revenue',
          stance: 'context',
          excerpt: '据知情人士，OpenAI 预计2023年收入为2亿美元。',
        },
      ],
      judgements: [
        {
          by: 'first',
          verdict: 'disputed',
          rationale: '唯一见报的人员开支是8931万美元，不到稿中数的一半；按375人摊，2亿等于人均53万美元，偏高。',
          confidence: 'medium',
        },
        {
          by: 'second',
          verdict: 'disputed',
          rationale: '2亿正好等于路透社报道的2023年收入预期，疑似把收入抄成了工资。请作者交出测算原件。',
          confidence: 'medium',
        },
      ],
    },
    {
      paragraph: 2,
      exact: '算力约5亿美元',
      kind: 'figure',
      metric: { subject: 'OpenAI', measure: '算力开支', scope: null },
      evidence: [
        {
          source: 'fortune-openai',
          stance: 'refutes',
          excerpt: '报道所引文件：2022年算力与数据开支合计预计4.1645亿美元，全年亏损预计5.445亿美元。',
        },
      ],
      judgements: [
        {
          by: 'first',
          verdict: 'disputed',
          rationale: '见报数是算力加数据合计4.1645亿，稿中单列算力反而写到5亿，高出两成，“约”字兜不住。',
          confidence: 'medium',
        },
        {
          by: 'second',
          verdict: 'unverifiable',
          rationale: '4.1645亿是2022年的预计数，稿件没有写年份。若指2023年，没有公开数字可比。先请作者补年份再定。',
          confidence: 'medium',
        },
      ],
    },
    {
      paragraph: 2,
      exact: '一年工资约2亿美元、算力约5亿美元，合计约7亿美元',
      kind: 'figure',
    },
    {
      paragraph: 2,
      exact: '合计约7亿美元，摊到每人头上近190万美元',
      kind: 'figure',
    },
    {
      paragraph: 2,
      exact: '首席执行官萨姆·奥尔特曼公开说过的只有人数',
      kind: 'fact',
      evidence: [
        {
          source: 'altman-cost',
          stance: 'refutes',
          excerpt: '2022年12月5日，他公开写过单次对话的平均成本大概是几美分。',
        },
      ],
      judgements: [
        {
          by: 'second',
          verdict: 'disputed',
          rationale: '他也公开谈过单次对话的成本，“只有”不成立。改成“公开说过人数，没有说过总账”即可。',
          confidence: 'high',
        },
      ],
    },
    {
      paragraph: 4,
      exact: '回答一次，成本至少1美分，用户越多亏得越快。',
      kind: 'quote',
      speaker: 'he',
    },
    {
      paragraph: 4,
      exact: '回答一次，成本至少1美分',
      kind: 'figure',
      metric: { subject: 'ChatGPT', measure: '单次查询成本', scope: null },
      speaker: 'he',
      evidence: [
        {
          source: 'altman-cost',
          stance: 'supports',
          excerpt: '单次对话平均成本大概是个位数美分。',
        },
        {
          source: 'oneflow-economics',
          stance: 'supports',
          excerpt: '推算同类服务的云计算成本约为每次0.01美元。',
        },
      ],
      judgements: [
        {
          by: 'first',
          verdict: 'verified',
          rationale: '一个厂商口径、一个独立推算，都在1美分或以上。“至少”略满，但在引语里，方向没有错。',
          confidence: 'medium',
        },
      ],
    },
    {
      paragraph: 4,
      exact: '每天新增5万用户',
      kind: 'figure',
      speaker: 'he',
      evidence: [
        {
          source: 'interview-he',
          stance: 'context',
          excerpt: '受访者口述，称最多的一天新增5万；没有出示后台数据。',
          locator: '笔记第2页',
        },
      ],
      judgements: [
        {
          by: 'first',
          verdict: 'unverifiable',
          rationale: '只有口述。日增5万若撑满两个月就是300万，与下一句的50万对不上，顶多是单日峰值。已索要后台截图。',
          confidence: 'medium',
        },
      ],
    },
    {
      paragraph: 4,
      exact: '两个月攒下50万用户',
      kind: 'figure',
      speaker: 'he',
      evidence: [
        {
          source: 'interview-he',
          stance: 'context',
          excerpt: '受访者口述累计50万，未说明是注册用户还是打开过的用户。',
          locator: '笔记第2页',
        },
      ],
    },
    {
      paragraph: 5,
      exact: '写营销文案的Jasper以15亿美元估值融资1.25亿美元',
      kind: 'fact',
      evidence: [
        {
          source: 'jasper-round',
          stance: 'supports',
          excerpt: '2022年10月18日宣布A轮融资1.25亿美元，估值15亿美元。',
        },
        {
          source: 'techcrunch-jasper',
          stance: 'supports',
          excerpt: '报道公司A轮融资1.25亿美元，估值15亿美元。',
        },
      ],
      judgements: [
        {
          by: 'first',
          verdict: 'verified',
          rationale: '两项金额与公告一致。TechCrunch 网址里留着“1-7b”字样，标题是15亿，不要据网址改稿。',
          confidence: 'high',
        },
      ],
    },
    {
      paragraph: 5,
      exact: 'Stability AI宣布融资10.1亿美元',
      kind: 'figure',
      metric: { subject: 'Stability AI', measure: '融资额', scope: null },
      evidence: [
        {
          source: 'stability-round',
          stance: 'refutes',
          excerpt: '2022年10月17日宣布融资1.01亿美元。',
        },
        {
          source: 'techcrunch-stability',
          stance: 'refutes',
          excerpt: '报道融资额为1.01亿美元。',
        },
      ],
      judgements: [
        {
          by: 'first',
          verdict: 'false',
          rationale: '公告是101 million，即1.01亿美元，小数点错了一位，放大十倍。须改。',
          confidence: 'high',
        },
        {
          by: 'second',
          verdict: 'false',
          rationale: '不查原文也露馅：融资额比估值还高。million 折成亿要除以100，是常见的换算错。',
          confidence: 'high',
        },
      ],
    },
    {
      paragraph: 5,
      exact: '估值10亿美元',
      kind: 'figure',
      evidence: [
        {
          source: 'bloomberg-stability',
          stance: 'supports',
          excerpt: '2022年10月17日报道：Stability AI 以10亿美元估值融资。',
        },
      ],
    },
    {
      paragraph: 6,
      exact: '短视频每千次展示15-40元',
      kind: 'figure',
      metric: { subject: '短视频', measure: 'CPM', scope: null },
      speaker: 'tao',
      evidence: [
        {
          source: 'rate-card-a',
          stance: 'supports',
          excerpt: '短视频信息流：每千次展示15—40元。',
          locator: '表二',
        },
        {
          source: 'rate-card-b',
          stance: 'context',
          excerpt: '短视频信息流：每千次展示20—40元。',
          locator: '第3页',
        },
      ],
      judgements: [
        {
          by: 'first',
          verdict: 'verified',
          rationale: '与甲的报价单一致；乙的下限是20元，仍落在区间内。注意是刊例价，未计返点。',
          confidence: 'medium',
        },
      ],
    },
    {
      paragraph: 6,
      exact: '图文展示每千次6-12美元',
      kind: 'figure',
      metric: { subject: '图文展示', measure: 'CPM', scope: '海外' },
      speaker: 'tao',
      evidence: [
        {
          source: 'rate-card-a',
          stance: 'refutes',
          excerpt: '海外图文展示：每千次5—12美元。',
          locator: '表三',
        },
        {
          source: 'rate-card-b',
          stance: 'supports',
          excerpt: '海外图文展示：每千次6—12美元。',
          locator: '第4页',
        },
      ],
    },
    {
      paragraph: 7,
      exact: '到2026年，全球30%的企业机构会有面向元宇宙的产品和服务',
      kind: 'prediction',
      speaker: 'gartner',
      evidence: [
        {
          source: 'gartner-metaverse',
          stance: 'supports',
          excerpt: '到2026年，全球30%的机构将备有面向元宇宙的产品和服务。',
        },
      ],
    },
    {
      paragraph: 7,
      exact: '到2030年元宇宙最高可带来5万亿美元的价值',
      kind: 'prediction',
      speaker: 'mckinsey',
      evidence: [
        {
          source: 'mckinsey-metaverse',
          stance: 'supports',
          excerpt: '到2030年，元宇宙最高可创造5万亿美元价值。',
        },
      ],
      judgements: [
        {
          by: 'second',
          verdict: 'verified',
          rationale: '“最高”和“价值”都保留了原文的限定。核的是转述，预测能否兑现不在此列。',
          confidence: 'high',
        },
      ],
    },
    {
      paragraph: 7,
      exact: '三年之内，同样的算力会便宜九成',
      kind: 'prediction',
      speaker: 'lin',
    },
    {
      paragraph: 7,
      exact: '眼下最贵的还不是显卡，是着急。',
      kind: 'opinion',
      speaker: 'lin',
      judgements: [
        {
          by: 'first',
          verdict: 'not-checkable',
          rationale: '个人感受，没有可比对的事实。引号和署名都在，保留即可。',
          confidence: 'high',
        },
      ],
    },
  ],
};
