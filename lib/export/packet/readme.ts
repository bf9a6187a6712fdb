/** What a packet is and how it is checked, for whoever finds it years later. */
export const readme = [
  `A packet of Claimdesk: one article as a newsroom's research desk checked it.

report.html     the report, to read in any browser, without a network
claims.xlsx     the claims, figures, sources and judgements as a workbook; claims.csv has the claims
article.json    everything as a program reads it; another desk can read this packet in
notes.txt       notes on sources and calls, if there are any
files/          files of the sources: documents, pictures, recordings, mail
captures/       pages as a server sent them, byte for byte
readable/       the same pages cleaned for reading: no scripts, nothing that loads
history.jsonl   who did what and when, each line sealed to the one before it
manifest.json   every part with its length and SHA-256; what each file was called, where each page was fetched, when,
                and what was left out

Files are named by the SHA-256 of their bytes. To check one by hand: sha256sum files/* (or shasum -a 256).
To check all of it, with a copy of Claimdesk and without a desk: npm run verify-packet packet.zip
What a file says has not been made harmless: open files as you would open any file that somebody sent you.

`,
  `Claimdesk 资料包：一篇文章及其核查的全部依据。

report.html     核查报告，可在任何浏览器中离线阅读
claims.xlsx     主张、数字、来源和判断的工作簿；claims.csv 只有主张
article.json    供程序读取的全部内容；另一个 Claimdesk 可以读入本资料包
notes.txt       关于来源和通话的备注（如有）
files/          来源的文件：文档、图片、录音、邮件
captures/       网页原件，与服务器发送的逐字节相同
readable/       同一网页的可读副本：没有脚本，不加载任何内容
history.jsonl   谁在何时做了什么，每一条都与上一条封存相连
manifest.json   每个部分的长度和 SHA-256；文件原名、网页地址和时间，以及未收入的内容

文件以其内容的 SHA-256 命名。手工核对：sha256sum files/*（或 shasum -a 256）。
核对全部内容（需要 Claimdesk 程序，不需要运行中的服务）：npm run verify-packet packet.zip
文件内容未经安全处理：请像对待陌生人发来的文件一样打开它们。
`,
];
