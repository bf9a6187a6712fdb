/** Terms of government, law, crime, war and migration, in English and Chinese. The shape of a row is told in news-lexicon.ts. */

export const politics = `
president, presidential | 总统
prime minister, premier | 总理 首相
minister, ministry | 部长 大臣
governor | 州长 省长 行长
mayor | 市长
government, administration, cabinet | 政府 内阁 当局
official | 官员
spokesman, spokesperson, spokeswoman | 发言人
ambassador, envoy | 大使 特使
diplomat, diplomatic, diplomacy | 外交 外交官
embassy, consulate | 大使馆 使馆 领事馆
state visit, visit | 访问 到访 国事访问
summit | 峰会
election, general election, poll, go to the poll | 选举 大选
vote, ballot, voter, voting, voted | 投票 选票 表决 选民 得票
popular vote, share of the vote | 普选票 普选
electoral vote, electoral college | 选举人票 选举人团
candidate, nominee | 候选人
campaign | 竞选 竞选活动
seat | 席位 议席 席
majority | 多数 过半
coalition | 联盟 联合政府
opposition | 反对党 在野党
referendum | 公投 全民公决
impeach, impeachment | 弹劾
coup | 政变
martial law | 戒严 戒严令
dissolve, dissolution | 解散
constitution, constitutional | 宪法
law, legislation, bill, act | 法律 法案 立法 法
regulation, provision | 条例 规定 法规 条款 规则
executive order | 行政令 行政命令
enter into force, come into force, take effect, came into effect, apply from, in force, effective | 生效 施行 实施 适用 管用 起效
prohibited, off limit, prohibition | 禁止性 禁区 被禁
licence, license, licensing, licensing body, permit | 许可 许可证 牌照 执照 发牌
standard | 标准
treaty, pact, accord | 条约 公约 协定
policy | 政策
reform | 改革
protest, demonstration, rally, march | 抗议 示威 游行 集会
riot, unrest | 骚乱 暴乱
corruption, graft, bribery, bribe | 腐败 贪腐 贿赂 受贿 行贿
scandal | 丑闻
investigation, investigate, probe, inquiry | 调查 侦查
police | 警方 警察 公安
arrest, detain, detention, custody | 逮捕 拘留 拘捕 羁押 被捕
prosecutor, prosecution, prosecute | 检方 检察官 检察机关 公诉 提起公诉
charge with, indict, indictment | 指控 控罪 被控
trial, court hearing, stand trial | 审判 庭审 受审 开庭
court, tribunal | 法院 法庭
judge, justice, federal judge | 法官
jury | 陪审团
rule, ruling, verdict, found that | 裁定 判决 判定 裁决
appeal | 上诉
guilty, convict, conviction, found guilty | 有罪 定罪
plead guilty, guilty plea | 认罪
acquit, not guilty, cleared of | 无罪 宣判无罪
sentence, sentenced, jail term | 判刑 判处 获刑 刑期
prison, jail, imprison, prisoner, inmate | 监狱 入狱 坐牢 囚犯 监禁
death penalty, execution, capital punishment | 死刑 处决
pardon | 赦免 特赦
crime, criminal | 犯罪 刑事 罪案
murder, homicide, slay | 谋杀 杀害 凶杀 命案
rape, sexual assault | 强奸 性侵
fraud, defraud, scam, con | 诈骗 欺诈 骗局
theft, steal, robbery, rob, heist, burglary | 盗窃 抢劫 偷窃 失窃
hack, hacker, cyberattack, cyber attack, breach of data | 黑客 网络攻击 黑客攻击
data breach, leak, data leak | 数据泄露 泄露 泄密
spy, espionage | 间谍
smuggle, trafficking, smuggling | 走私 贩运 贩卖
drug trafficking, narcotics, fentanyl, cocaine | 毒品 芬太尼 贩毒
kidnap, abduct, hostage | 绑架 人质
terrorism, terrorist, terror attack | 恐怖主义 恐怖分子 恐袭
shooting, gunman, mass shooting, shot dead | 枪击 枪手 枪击案
stab, stabbing, knife attack | 持刀 刺伤 刀袭
bomb, bombing, explosive | 炸弹 爆炸袭击
gun, firearm | 枪支 枪
manipulate, manipulation, rig | 操纵 操控
insider trading | 内幕交易
tax evasion | 逃税 偷税
asylum, refugee | 难民 庇护
migrant, immigrant, immigration, migration | 移民 移民者
deport, deportation, send migrant | 遣返 驱逐出境 驱逐
border | 边境 边界
visa, visa-free, without a visa, visa waiver, visa exemption, no visa | 签证 免签 免签证
transit, change plane, changing plane, layover, in transit | 过境 转机 中转 过境免签
passport, ordinary passport | 护照 普通护照
foreigner, foreign national, foreign | 外国人 外籍 外国
citizen, citizenship, nationality | 公民 国籍
war, conflict, hostilities | 战争 冲突 战事
invade, invasion | 入侵 侵略
ceasefire, truce | 停火 休战
peace talk, peace deal, peace | 和平 和谈
attack, strike on, airstrike, air strike | 袭击 空袭 攻击 打击
missile, rocket attack | 导弹 火箭弹
drone, unmanned | 无人机
nuclear weapon, nuclear test, warhead | 核武器 核试验 核弹头
uranium, enrichment | 铀 浓缩铀
army, troop, military, soldier, armed force | 军队 军方 士兵 部队 军人
navy, warship | 海军 军舰
aircraft carrier | 航母 航空母舰
fighter jet, warplane | 战机 战斗机
tank | 坦克
weapon, arms, ammunition | 武器 军火 弹药
defence spending, military spending, defence budget | 军费 国防开支 国防预算
casualty, wounded, injured, injury, hurt | 伤亡 受伤 伤者
die, dead, death, killed, death toll, fatality, lose life, lost life, perish, pass away, passed away, claim life | 死亡 丧生 遇难 死 去世 身亡 夺去生命 人的生命 死者 逝世 丧命 遇难者 人命 过世
survivor, survive | 幸存者 生还
missing | 失踪
evacuate, evacuation | 疏散 撤离
aid, humanitarian aid, relief | 援助 人道主义援助
human right | 人权
discrimination, racism, racist | 歧视 种族主义
gender, gender equality | 性别 性别平等
abortion | 堕胎
same-sex marriage, gay marriage, marriage equality | 同性婚姻 同性恋婚姻 同婚
divorce | 离婚
marriage, marry, wedding | 结婚 婚姻
birth, births, newborn, babies born, born | 出生 出生人口 新生儿
fertility rate, fertility, birth rate, total fertility rate | 生育率 总和生育率 出生率
population, inhabitant, resident | 人口 居民
ageing, aging, elderly | 老龄化 老年人
shrink population, population fall, population decline | 人口减少 人口下降
national security, security threat | 国家安全
censorship, censor | 审查
surveillance | 监控 监视
privacy, personal data, user data, data protection | 隐私 个人数据 用户数据 数据保护 个人信息
transfer data, data transfer, sending user data, send user data | 数据传输 传输数据 数据出境
minor, child, children, kid, teenager, teen, underage, young people, youth | 未成年人 儿童 孩子 青少年 青年 年轻人
minimum age, age limit, age law, age restriction, minimum-age | 年龄限制 最低年龄 年龄法
social media, social network, social platform, platform | 社交媒体 社交平台 社交网络 平台
ban, prohibit, outlaw, forbid, bar, shut out, banned | 禁止 禁令 封禁 禁用 取缔 不准 不许
temporarily, provisional | 暂时 临时
block, blocked, restrict, curb, limit | 限制 封锁 阻止 屏蔽
approve, approval, clear, green light, give the go-ahead, approved, go ahead, authorise, authorize | 批准 获批 核准 准许 通过审批 放行
accept, agree, agree to, acceptance | 接受 同意 答应 达成一致
reject, turn down, refuse, decline offer, rebuff, rejection | 拒绝 否决 驳回 回绝
support, back, backed, favour, favor, in favour of, endorse, advocate | 支持 赞成 主张 力挺 拥护 赞同
oppose, against, opposed to, object to, vote against, opposition to | 反对 抵制 反对票
deny, denied, denial, dispute that | 否认 不承认
admit, confess, acknowledge, own up | 承认 坦承
confirm, confirmed | 证实 确认
conceal, cover up, hide, underreport | 隐瞒 瞒报 掩盖 谎报
withdraw, pull out, quit, leave, exit, withdrawal | 退出 撤出 撤回 撤军 脱离
join, become a member, member of, accession | 加入 入盟 成为成员
sign | 签署 签订
pledge, commit, promise, vow, commitment, undertake | 承诺 保证 誓言 许诺
target, aim, goal | 目标 旨在
plan, intend, going to, plan to | 计划 打算 拟 准备 将
instruct, ordered | 下令 命令 责令
declare, announce, proclaim, announcement | 宣布 宣告 公告
warn, warning | 警告 警示 预警
demand, call for, urge | 要求 呼吁 敦促
phase-out, phase out | 逐步淘汰 淘汰 逐步停用
hearing, senate hearing, testify, told lawmaker | 听证会 作证 听证
agency | 机构 部门
`;
