/** Verbs of change, state and speech, in English and Chinese. The shape of a row is told in news-lexicon.ts. */

export const acts = `
rise, increase, grow, climb, jump, surge, soar, go up, gain, gone up, raise, hike, lift, dearer, more expensive, up by, edge up, add, step up, higher, boost | 上涨 上升 增长 增加 提高 上调 涨 升 攀升 飙升 调高 提升 大涨 增至 升至 涨至 贵了 涨价 多了 加征 提价
fall, decrease, drop, decline, cut, lower, reduce, slip, plunge, slump, tumble, go down, shed, trim, cheaper, slash, dip, wipe off, erase, erased, lost value, halve, less, fewer, lowered | 下降 下跌 下调 降低 减少 降 跌 下滑 下挫 暴跌 大跌 调低 降至 跌至 降到 跌了 缩减 削减 蒸发 减半 降价 便宜 减 回落 下挫 砍
unchanged, untouched, left alone, hold steady, remain the same, keep unchanged, no change, not change, not alter, not adjust, stay at, stand pat, hold rate | 不变 维持不变 按兵不动 没动 未变 原地不动 没有变化 没有改变 没有变动 没有调整 未调整 未作调整 未做调整 未改变 未变动 不作调整
keep, retain, maintain, continue, remain, remain open, stay, preserve, uphold, go on | 维持 保留 继续 保持 持续 延续
still | 仍 仍在 仍然 依然 依旧 照旧 还在 仍旧
end, stop, cease, terminate, discontinue, halt, scrap, abolish, finish, no longer, cancel, revoke, eliminate, call off, strip, stripped, repeal, axe, suspend | 结束 停止 取消 终止 中止 废除 解除 不再 不再是 不再构成 告别 叫停 取消了 剥夺 撤销 暂停
close, shut, shut down, closure, switch off, take offline | 关闭 关停 停业 关门 停运 停用 停机
open, reopen, opened, inaugurate | 开放 开业 开通 开张 通车 重开 营业
start, begin, commence, kick off, begun, onset | 开始 启动 开启 着手 开工
resume, restore, restart | 恢复 重启 复航
extend, lengthen, prolong, extension | 延长 延期 延至 展期
delay, postpone, push back, put off | 推迟 延迟 押后
win, triumph, claim title, take title, victory, lift the trophy, scoop, won | 赢得 获胜 夺得 捧起 夺冠 获得 胜出 赢 当选 摘得 拿下
lose, defeat, beaten | 输 落败 败给 负于 输掉
beat, overtake, surpass, exceed, top, break above, outstrip | 超过 突破 超越 破 站上 升破 打破 达到
reach, amount to, total, come to, stood at, stand at, peak at | 达 共计 总计 合计
impose, slap, introduce tax, charge a tariff | 征收 加征 开征 征
remove, delete, take down, drop | 删除 下架 移除 撤下
add to, include | 列入 纳入 列为
list as, classify, classified | 列为 归类 定为
find, discover, detect | 发现 检出 查出
estimate, reckon, calculate, put at, assess | 估计 估算 认为 测算 推算
say, tell, state, claim, according to, report, told, note, disclose, reveal | 说 称 表示 透露 披露 宣称 据 指出 告诉 通知 声称 坦言 介绍
argue, insist, maintain that | 坚称 认为 坚持
consider, think, believe | 考虑 认为 相信
help, assist | 帮助 协助
provide, offer, supply, give | 提供 供应 给予
receive, get, obtain, secure | 获得 收到 拿到 得到 取得 收 获
pay, paid, fork out | 支付 付 缴 缴纳 付钱 掏
need, require | 需要 需 须
allow, permit to, let, enable | 允许 准许
use, usage | 使用
replace | 取代 替换
test, experiment | 测试 试验
move, relocate, shift | 搬迁 迁移 转移
handle, process, moved parcel | 处理 办理 运送 派送
carry, transport | 运输 发送 运送
cause, lead to, result in, tie to, blame for | 导致 造成 引发 致使
destroy, damage, wreck | 毁坏 摧毁 损坏
rescue | 救援 营救 获救
build, construct, construction | 建设 建造 修建 兴建 建成
install, fit | 安装 新增装机
develop, developer | 开发 研制 开发商
license, licence to | 授权
trap, strand | 被困
leave behind, abandon | 放弃 遗弃
lead, head | 领导 率领 牵头
follow | 关注 跟随
exclude | 不包括 不含
make up for, offset | 抵消 弥补
complete, completed | 完成 竣工
fail, failure | 失败 未能 没能
succeed, success | 成功
exist, there be | 存在
own, control, possess | 拥有 控制 持有 控制权
last | 最后
company, firm, business, enterprise, corporation | 公司 企业 集团
nationwide, national | 全国
last year | 去年
this year | 今年
next year | 明年
month, monthly, a month | 每月 一个月
day, daily, a day | 每天 每日 日均
first half | 上半年
second half | 下半年
`;
