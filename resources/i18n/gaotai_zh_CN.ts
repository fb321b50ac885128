<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>AboutDialog</name>
    <message>
      <source>About Gaotai</source>
      <translation>关于稿台</translation>
    </message>
    <message>
      <source>The editorial workstation for newsrooms. Apache License 2.0; icons by Lucide (ISC).</source>
      <translation>新闻编辑部的采编工作台。Apache 2.0 许可；图标来自 Lucide（ISC）。</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>复制</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
  </context>
  <context>
    <name>Action</name>
    <message>
      <source>New article</source>
      <translation>新建稿件</translation>
    </message>
    <message>
      <source>Import articles…</source>
      <translation>导入来稿…</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Save a copy as…</source>
      <translation>另存副本…</translation>
    </message>
    <message>
      <source>Publish in a batch…</source>
      <translation>批量发布…</translation>
    </message>
    <message>
      <source>Print review copy…</source>
      <translation>打印审稿样…</translation>
    </message>
    <message>
      <source>Copy as picture for review</source>
      <translation>复制为送审图片</translation>
    </message>
    <message>
      <source>Close article</source>
      <translation>关闭稿件</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>退出</translation>
    </message>
    <message>
      <source>Convert script…</source>
      <translation>简繁转换…</translation>
    </message>
    <message>
      <source>History…</source>
      <translation>历史版本…</translation>
    </message>
    <message>
      <source>Go to number…</source>
      <translation>转到稿号…</translation>
    </message>
    <message>
      <source>Paste as new version…</source>
      <translation>粘贴为新版本…</translation>
    </message>
    <message>
      <source>Archive</source>
      <translation>归档</translation>
    </message>
    <message>
      <source>Move to the waste bin</source>
      <translation>移入废稿箱</translation>
    </message>
    <message>
      <source>Put back on the desk</source>
      <translation>放回稿台</translation>
    </message>
    <message>
      <source>Correct…</source>
      <translation>更正…</translation>
    </message>
    <message>
      <source>Withdraw…</source>
      <translation>撤稿…</translation>
    </message>
    <message>
      <source>Next open article</source>
      <translation>下一篇打开的稿件</translation>
    </message>
    <message>
      <source>Previous open article</source>
      <translation>上一篇打开的稿件</translation>
    </message>
    <message>
      <source>Submit for review</source>
      <translation>提交初审</translation>
    </message>
    <message>
      <source>Pass</source>
      <translation>通过</translation>
    </message>
    <message>
      <source>Return…</source>
      <translation>退回…</translation>
    </message>
    <message>
      <source>Countercheck</source>
      <translation>核红</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>比较改动</translation>
    </message>
    <message>
      <source>Hold…</source>
      <translation>待用…</translation>
    </message>
    <message>
      <source>Do not use…</source>
      <translation>不采用…</translation>
    </message>
    <message>
      <source>Reopen</source>
      <translation>重新开放</translation>
    </message>
    <message>
      <source>Recall</source>
      <translation>撤回</translation>
    </message>
    <message>
      <source>Take</source>
      <translation>认领</translation>
    </message>
    <message>
      <source>Work through the list</source>
      <translation>逐篇审阅</translation>
    </message>
    <message>
      <source>Next article</source>
      <translation>下一篇</translation>
    </message>
    <message>
      <source>Previous article</source>
      <translation>上一篇</translation>
    </message>
    <message>
      <source>All commands…</source>
      <translation>全部命令…</translation>
    </message>
    <message>
      <source>Search articles</source>
      <translation>搜索稿件</translation>
    </message>
    <message>
      <source>Save this search…</source>
      <translation>存为常用搜索…</translation>
    </message>
    <message>
      <source>Forget this search</source>
      <translation>删除此常用搜索</translation>
    </message>
    <message>
      <source>Next pane</source>
      <translation>下一栏</translation>
    </message>
    <message>
      <source>Previous pane</source>
      <translation>上一栏</translation>
    </message>
    <message>
      <source>Inspector</source>
      <translation>检查栏</translation>
    </message>
    <message>
      <source>Large preview</source>
      <translation>放大预览</translation>
    </message>
    <message>
      <source>Dense list</source>
      <translation>紧凑列表</translation>
    </message>
    <message>
      <source>Focus mode</source>
      <translation>专注模式</translation>
    </message>
    <message>
      <source>Menu bar</source>
      <translation>菜单栏</translation>
    </message>
    <message>
      <source>Larger text</source>
      <translation>放大正文</translation>
    </message>
    <message>
      <source>Smaller text</source>
      <translation>缩小正文</translation>
    </message>
    <message>
      <source>Refresh</source>
      <translation>刷新</translation>
    </message>
    <message>
      <source>Newest first</source>
      <translation>最新在前</translation>
    </message>
    <message>
      <source>By deadline</source>
      <translation>按截稿</translation>
    </message>
    <message>
      <source>By state</source>
      <translation>按状态</translation>
    </message>
    <message>
      <source>By column</source>
      <translation>按栏目</translation>
    </message>
    <message>
      <source>Grouped</source>
      <translation>分组显示</translation>
    </message>
    <message>
      <source>Change person…</source>
      <translation>换人…</translation>
    </message>
    <message>
      <source>People and levels…</source>
      <translation>人员与级别…</translation>
    </message>
    <message>
      <source>Rules of review…</source>
      <translation>审稿规则…</translation>
    </message>
    <message>
      <source>Preferences…</source>
      <translation>偏好设置…</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>快捷键</translation>
    </message>
    <message>
      <source>About Gaotai</source>
      <translation>关于稿台</translation>
    </message>
    <message>
      <source>Import a folder…</source>
      <translation>导入文件夹…</translation>
    </message>
    <message>
      <source>Stop importing</source>
      <translation>停止导入</translation>
    </message>
    <message>
      <source>Intake report…</source>
      <translation>导入报告…</translation>
    </message>
    <message>
      <source>Put the chosen article into the open one…</source>
      <translation>把选中的稿件并入当前稿件…</translation>
    </message>
    <message>
      <source>Publishing queue</source>
      <translation>发布队列</translation>
    </message>
    <message>
      <source>What would go now…</source>
      <translation>现在会发出什么…</translation>
    </message>
    <message>
      <source>What goes to a target of this article…</source>
      <translation>本稿发到各目标的内容…</translation>
    </message>
    <message>
      <source>Send what waits now</source>
      <translation>立即发送等待中的稿件</translation>
    </message>
    <message>
      <source>Stop sending</source>
      <translation>停止发送</translation>
    </message>
    <message>
      <source>Published by hand…</source>
      <translation>登记人工发布…</translation>
    </message>
    <message>
      <source>Receipts of this article…</source>
      <translation>本稿回执…</translation>
    </message>
    <message>
      <source>Disposal sheet of this withdrawal…</source>
      <translation>撤稿处置单…</translation>
    </message>
    <message>
      <source>Emergency pack…</source>
      <translation>应急稿包…</translation>
    </message>
    <message>
      <source>Hold everything back…</source>
      <translation>一键暂缓…</translation>
    </message>
    <message>
      <source>Release what is held back</source>
      <translation>解除暂缓</translation>
    </message>
    <message>
      <source>Targets…</source>
      <translation>发布目标…</translation>
    </message>
    <message>
      <source>Next language version</source>
      <translation>下一个语言版本</translation>
    </message>
    <message>
      <source>Remark on these words…</source>
      <translation>批注所选文字…</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>重做</translation>
    </message>
    <message>
      <source>Cut</source>
      <translation>剪切</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>复制</translation>
    </message>
    <message>
      <source>Paste</source>
      <translation>粘贴</translation>
    </message>
    <message>
      <source>Paste as plain text</source>
      <translation>粘贴为纯文本</translation>
    </message>
    <message>
      <source>Paste without tracked changes</source>
      <translation>粘贴修订前的文字</translation>
    </message>
    <message>
      <source>Find…</source>
      <translation>查找…</translation>
    </message>
    <message>
      <source>Replace…</source>
      <translation>替换…</translation>
    </message>
    <message>
      <source>Next hit</source>
      <translation>下一处</translation>
    </message>
    <message>
      <source>Previous hit</source>
      <translation>上一处</translation>
    </message>
    <message>
      <source>Markdown source</source>
      <translation>Markdown 源文</translation>
    </message>
    <message>
      <source>Typewriter scrolling</source>
      <translation>打字机滚动</translation>
    </message>
    <message>
      <source>Bold</source>
      <translation>加粗</translation>
    </message>
    <message>
      <source>Emphasis</source>
      <translation>着重</translation>
    </message>
    <message>
      <source>Underline</source>
      <translation>下划线</translation>
    </message>
    <message>
      <source>Strikethrough</source>
      <translation>删除线</translation>
    </message>
    <message>
      <source>Clear formatting</source>
      <translation>清除格式</translation>
    </message>
    <message>
      <source>Link…</source>
      <translation>链接…</translation>
    </message>
    <message>
      <source>Body text</source>
      <translation>正文</translation>
    </message>
    <message>
      <source>Heading</source>
      <translation>小标题</translation>
    </message>
    <message>
      <source>Smaller heading</source>
      <translation>次级小标题</translation>
    </message>
    <message>
      <source>Quote</source>
      <translation>引文</translation>
    </message>
    <message>
      <source>List</source>
      <translation>列表</translation>
    </message>
    <message>
      <source>Numbered list</source>
      <translation>编号列表</translation>
    </message>
    <message>
      <source>Split a long paragraph</source>
      <translation>长段分段</translation>
    </message>
    <message>
      <source>Picture…</source>
      <translation>图片…</translation>
    </message>
    <message>
      <source>Caption and credit…</source>
      <translation>图说与署名…</translation>
    </message>
    <message>
      <source>Table…</source>
      <translation>表格…</translation>
    </message>
    <message>
      <source>Rule</source>
      <translation>分隔线</translation>
    </message>
    <message>
      <source>Footnote</source>
      <translation>脚注</translation>
    </message>
    <message>
      <source>Row above</source>
      <translation>上方插入行</translation>
    </message>
    <message>
      <source>Row below</source>
      <translation>下方插入行</translation>
    </message>
    <message>
      <source>Column left</source>
      <translation>左侧插入列</translation>
    </message>
    <message>
      <source>Column right</source>
      <translation>右侧插入列</translation>
    </message>
    <message>
      <source>Remove row</source>
      <translation>删除行</translation>
    </message>
    <message>
      <source>Remove column</source>
      <translation>删除列</translation>
    </message>
  </context>
  <context>
    <name>Appointments</name>
    <message>
      <source>Nothing is sent until you decide about what was missed; “Send what waits now” asks again.</source>
      <translation>在您决定如何处理错过时间的稿件之前，不会发送任何稿件；点“立即发送等待中的稿件”可再次处理。</translation>
    </message>
  </context>
  <context>
    <name>ArticleDelegate</name>
    <message>
      <source>(no headline)</source>
      <translation>（无标题）</translation>
    </message>
    <message>
      <source>redo</source>
      <translation>待重转</translation>
    </message>
  </context>
  <context>
    <name>ArticleEditor</name>
    <message>
      <source>No caption yet</source>
      <translation>尚无图说</translation>
    </message>
    <message>
      <source>The picture is not here</source>
      <translation>图片不在本机</translation>
    </message>
    <message>
      <source>Write here, or paste a text</source>
      <translation>在此写作，或粘贴文字</translation>
    </message>
  </context>
  <context>
    <name>ArticleList</name>
    <message>
      <source>Articles</source>
      <translation>稿件</translation>
    </message>
  </context>
  <context>
    <name>ArticlesAtWork</name>
    <message>
      <source>No article is open</source>
      <translation>未打开稿件</translation>
    </message>
    <message>
      <source>Choose one in the list, write a new one, or drop files here.</source>
      <translation>在列表中选一篇，新建一篇，或把文件拖到这里。</translation>
    </message>
    <message>
      <source>{n} archived</source>
      <translation>已归档 {n} 篇</translation>
    </message>
    <message>
      <source>{n} moved to the waste bin</source>
      <translation>{n} 篇已移入废稿箱</translation>
    </message>
    <message>
      <source>{n} put back on the desk</source>
      <translation>{n} 篇已放回稿台</translation>
    </message>
  </context>
  <context>
    <name>ArticlesPane</name>
    <message>
      <source>Search headline, text, author</source>
      <translation>搜索标题、正文、作者</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>搜索</translation>
    </message>
  </context>
  <context>
    <name>BatchDelegate</name>
    <message>
      <source>{n} articles</source>
      <translation>{n} 篇</translation>
    </message>
  </context>
  <context>
    <name>BatchesModel</name>
    <message>
      <source>All articles</source>
      <translation>全部稿件</translation>
    </message>
    <message>
      <source>Scheduled and embargoed</source>
      <translation>定时与禁发</translation>
    </message>
  </context>
  <context>
    <name>Browser</name>
    <message numerus="yes">
      <source>%n article(s)</source>
      <translation>
        <numerusform>%n 篇</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ByHandAtWork</name>
    <message>
      <source>Open an article first.</source>
      <translation>请先打开一篇稿件。</translation>
    </message>
    <message>
      <source>The headline is in the clipboard.</source>
      <translation>标题已复制。</translation>
    </message>
    <message>
      <source>The text is in the clipboard.</source>
      <translation>正文已复制。</translation>
    </message>
    <message>
      <source>Folder for headline, text and pictures</source>
      <translation>存放标题、正文和图片的文件夹</translation>
    </message>
    <message>
      <source>{n} files were written to {folder}</source>
      <translation>已将 {n} 个文件存入 {folder}</translation>
    </message>
    <message>
      <source>Registered at {place}.</source>
      <translation>已登记：{place}。</translation>
    </message>
    <message>
      <source>Taken down at {place}.</source>
      <translation>已登记下线：{place}。</translation>
    </message>
    <message>
      <source>Registered at {place}; the article is withdrawn, so that it is to be taken down there.</source>
      <translation>已登记：{place}；该稿已撤，须到该处下线。</translation>
    </message>
    <message>
      <source>Adopted: corrections and withdrawal go to {address}; it is not sent again.</source>
      <translation>已认领：更正和撤稿都作用于 {address}，不会重复发送。</translation>
    </message>
    <message>
      <source>Disposal sheet {number}.pdf</source>
      <translation>撤稿处置单 {number}.pdf</translation>
    </message>
    <message>
      <source>Save as PDF</source>
      <translation>存为 PDF</translation>
    </message>
    <message>
      <source>The sheet is in {file}</source>
      <translation>处置单已存为 {file}</translation>
    </message>
  </context>
  <context>
    <name>ByHandDialog</name>
    <message>
      <source>Taken down by hand</source>
      <translation>登记人工下线</translation>
    </message>
    <message>
      <source>Published by hand</source>
      <translation>登记人工发布</translation>
    </message>
    <message>
      <source>Copy headline</source>
      <translation>复制标题</translation>
    </message>
    <message>
      <source>Copy text</source>
      <translation>复制正文</translation>
    </message>
    <message>
      <source>Save as files…</source>
      <translation>存为文件…</translation>
    </message>
    <message>
      <source>Open the page there</source>
      <translation>打开发布页</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>发布处</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>网址</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>A target, or any other place: 上级转载 …</source>
      <translation>选择目标，或填写其他发布处，如：上级转载</translation>
    </message>
    <message>
      <source>Screenshot</source>
      <translation>截图</translation>
    </message>
    <message>
      <source>Register</source>
      <translation>登记</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>比对</translation>
    </message>
    <message>
      <source>It is this article all the same: adopt</source>
      <translation>确认是本稿，认领</translation>
    </message>
    <message>
      <source>Adopt</source>
      <translation>认领</translation>
    </message>
  </context>
  <context>
    <name>ClosingDialog</name>
    <message>
      <source>This computer keeps the time of {n} articles</source>
      <translation>有 {n} 篇稿件由本机定时发送</translation>
    </message>
    <message>
      <source>They are sent only while the program runs. If it is closed, what is missed is asked about at the next start and never sent late by itself.</source>
      <translation>只有程序运行时才会发送。如果现在关闭，错过的稿件会在下次启动时询问，不会自行补发。</translation>
    </message>
    <message>
      <source>Scheduled articles</source>
      <translation>定时稿件</translation>
    </message>
    <message>
      <source>Close all the same</source>
      <translation>仍然关闭</translation>
    </message>
    <message>
      <source>Keep it running</source>
      <translation>保持运行</translation>
    </message>
  </context>
  <context>
    <name>ColumnHeads</name>
    <message>
      <source>Source text</source>
      <translation>原文</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>转换后</translation>
    </message>
  </context>
  <context>
    <name>CompareFooter</name>
    <message>
      <source>Counterchecked {done}/{all}</source>
      <translation>已核红 {done}/{all}</translation>
    </message>
  </context>
  <context>
    <name>CompareHeader</name>
    <message>
      <source>Previous change (Shift+F7)</source>
      <translation>上一处改动（Shift+F7）</translation>
    </message>
    <message>
      <source>Next change (F7)</source>
      <translation>下一处改动（F7）</translation>
    </message>
    <message>
      <source>Both texts in one (V)</source>
      <translation>合在一起看（V）</translation>
    </message>
    <message>
      <source>Side by side (V)</source>
      <translation>并排对照（V）</translation>
    </message>
    <message>
      <source>Fold what did not change (F)</source>
      <translation>只看改动（F）</translation>
    </message>
    <message>
      <source>Back to the text (Esc)</source>
      <translation>返回稿件（Esc）</translation>
    </message>
  </context>
  <context>
    <name>CompareView</name>
    <message>
      <source>Esc  back to the text</source>
      <translation>Esc  返回稿件</translation>
    </message>
    <message>
      <source>Nothing was changed</source>
      <translation>没有改动</translation>
    </message>
    <message>
      <source>Text, slip and pictures are the same.</source>
      <translation>正文、稿签和图片都没有变。</translation>
    </message>
  </context>
  <context>
    <name>ComparingAtWork</name>
    <message>
      <source>Nothing waits for a countercheck.</source>
      <translation>没有待核红的改动。</translation>
    </message>
    <message>
      <source>Changes that nobody else has seen</source>
      <translation>尚无他人看过的改动</translation>
    </message>
  </context>
  <context>
    <name>ConversionPage</name>
    <message>
      <source>Source and result</source>
      <translation>原稿与转换稿</translation>
    </message>
  </context>
  <context>
    <name>Convert</name>
    <message>
      <source>Simplified, mainland</source>
      <translation>简体 · 大陆字形</translation>
    </message>
    <message>
      <source>Simplified</source>
      <translation>简体</translation>
    </message>
    <message>
      <source>Traditional, Taiwan</source>
      <translation>繁體 · 臺灣字形</translation>
    </message>
    <message>
      <source>Traditional, Hong Kong</source>
      <translation>繁體 · 香港字形</translation>
    </message>
    <message>
      <source>Traditional</source>
      <translation>繁體</translation>
    </message>
    <message>
      <source>Regional word</source>
      <translation>用词</translation>
    </message>
    <message>
      <source>One to many</source>
      <translation>一对多</translation>
    </message>
    <message>
      <source>Paragraph {n}</source>
      <translation>第 {n} 段</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>图片</translation>
    </message>
    <message>
      <source>{place}, {n} places</source>
      <translation>{place}等 {n} 处</translation>
    </message>
    <message>
      <source>confirmed: {text}</source>
      <translation>已确认：{text}</translation>
    </message>
    <message>
      <source>, </source>
      <translation>，</translation>
    </message>
    <message>
      <source>mended by hand, stays as it is</source>
      <translation>人工改过，保持不动</translation>
    </message>
    <message>
      <source>CN</source>
      <translation>简</translation>
    </message>
    <message>
      <source>TW</source>
      <translation>台</translation>
    </message>
    <message>
      <source>HK</source>
      <translation>港</translation>
    </message>
    <message>
      <source>{variant}, to be converted again</source>
      <translation>{variant}，待重转</translation>
    </message>
  </context>
  <context>
    <name>ConvertFooter</name>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Back to the text; nothing is kept (Esc)</source>
      <translation>返回稿件，不保存（Esc）</translation>
    </message>
    <message>
      <source>Update the Traditional version</source>
      <translation>更新繁体版</translation>
    </message>
    <message>
      <source>Update the Simplified version</source>
      <translation>更新简体版</translation>
    </message>
    <message>
      <source>Save as Traditional version</source>
      <translation>另存为繁体版</translation>
    </message>
    <message>
      <source>Save as Simplified version</source>
      <translation>另存为简体版</translation>
    </message>
    <message>
      <source>Every place is confirmed.  Ctrl+S  save · Esc  back to the text</source>
      <translation>全部确认。Ctrl+S  保存 · Esc  返回稿件</translation>
    </message>
    <message>
      <source>Enter  accept · 1–9  choose · G  always so here · J/K  next, previous · Backspace  take back</source>
      <translation>Enter  认可 · 1–9  另选 · G  本社一律 · J/K  下一处、上一处 · 退格  撤回</translation>
    </message>
  </context>
  <context>
    <name>ConvertHeader</name>
    <message>
      <source>Convert script</source>
      <translation>简繁转换</translation>
    </message>
    <message>
      <source>For whom</source>
      <translation>转换方案</translation>
    </message>
    <message>
      <source>{n} changes, {asked} to confirm</source>
      <translation>共 {n} 处变化，{asked} 处需确认</translation>
    </message>
    <message>
      <source>Source changed in {n} paragraphs</source>
      <translation>待重转：源稿改了 {n} 段</translation>
    </message>
    <message>
      <source>Made before</source>
      <translation>已有这一版</translation>
    </message>
    <message>
      <source>{n} paragraphs mended by hand are done again</source>
      <translation>{n} 段人工改动将被重转</translation>
    </message>
    <message>
      <source>As they stand now (they stay in the history of this version):</source>
      <translation>现在的文字（仍保留在这一版的历史里）：</translation>
    </message>
    <message>
      <source>→ Simplified</source>
      <translation>→ 简体</translation>
    </message>
  </context>
  <context>
    <name>ConvertView</name>
    <message>
      <source>Converting …</source>
      <translation>正在转换……</translation>
    </message>
    <message>
      <source>A single character is not always written so. Which word is?</source>
      <translation>单字不能一律这样写。哪个词一律这样写？</translation>
    </message>
    <message>
      <source>Take a word of two characters or more from the line on the card.</source>
      <translation>请从卡片上的那一行里取两个字以上的词，要包含这个字。</translation>
    </message>
  </context>
  <context>
    <name>ConvertingAtWork</name>
    <message>
      <source>Converting …</source>
      <translation>正在转换……</translation>
    </message>
    <message>
      <source>Kept as {variant}</source>
      <translation>已存为{variant}</translation>
    </message>
    <message>
      <source>Kept as {variant}; {n} places were left as proposed</source>
      <translation>已存为{variant}，{n} 处未确认，按建议保留</translation>
    </message>
  </context>
  <context>
    <name>CopyReady</name>
    <message>
      <source>Review copy</source>
      <translation>审稿样</translation>
    </message>
    <message>
      <source>(no headline)</source>
      <translation>（无标题）</translation>
    </message>
    <message>
      <source>{pages} pages, {lines} numbered lines</source>
      <translation>{pages} 页，{lines} 行</translation>
    </message>
    <message>
      <source>Signed off</source>
      <translation>已签发</translation>
    </message>
    <message>
      <source>Not signed off: marked on every page</source>
      <translation>未签发：每页均已标明</translation>
    </message>
    <message>
      <source>No font here has these characters, boxes stand for them: {characters}</source>
      <translation>本机字体中没有这些字，以方框代替：{characters}</translation>
    </message>
    <message>
      <source>Open and print</source>
      <translation>打开并打印</translation>
    </message>
    <message>
      <source>Save as…</source>
      <translation>另存为…</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
  </context>
  <context>
    <name>CorrectionAtWork</name>
    <message>
      <source>The notice of correction is drafted: {number}. Read it and submit it.</source>
      <translation>更正启事已起草，稿号 {number}，请核对后提交。</translation>
    </message>
    <message>
      <source>{correction} of {number}: {form}</source>
      <translation>{number} {correction}：{form}</translation>
    </message>
    <message>
      <source>The correction of {number} is taken back; what was changed in the text stays.</source>
      <translation>{number} 的更正已撤销，正文里的改动保留。</translation>
    </message>
  </context>
  <context>
    <name>CorrectionCard</name>
    <message>
      <source>Correction</source>
      <translation>更正</translation>
    </message>
    <message>
      <source>Take the correction back</source>
      <translation>撤销更正</translation>
    </message>
    <message>
      <source>What was wrong and what is right</source>
      <translation>哪里错了，正确的是什么</translation>
    </message>
    <message>
      <source>What was wrong, and what is right</source>
      <translation>哪里错了，正确的是什么</translation>
    </message>
    <message>
      <source>An opinion above is kept as the reason and not shown to readers. Ctrl+Enter begins.</source>
      <translation>上面的意见记为更正原因，读者看不到。Ctrl+Enter 起草。</translation>
    </message>
    <message>
      <source>Begin the correction</source>
      <translation>起草更正</translation>
    </message>
    <message>
      <source>Not after all</source>
      <translation>先不更正</translation>
    </message>
    <message>
      <source>Notice of correction</source>
      <translation>更正启事</translation>
    </message>
    <message>
      <source>Open {what}</source>
      <translation>打开 {what}</translation>
    </message>
    <message>
      <source>It belongs to {article}; both link to each other once they are out.</source>
      <translation>更正的是 {article}；两篇发布后互相链接。</translation>
    </message>
    <message>
      <source>begun, not submitted yet</source>
      <translation>已起草，未提交</translation>
    </message>
    <message>
      <source>under review</source>
      <translation>审核中</translation>
    </message>
  </context>
  <context>
    <name>DecideDialog</name>
    <message>
      <source>Compare and decide</source>
      <translation>比较并决定</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>字段</translation>
    </message>
    <message>
      <source>Reading what stands there …</source>
      <translation>正在读取对方的内容……</translation>
    </message>
    <message>
      <source>Stands there now</source>
      <translation>对方现在的内容</translation>
    </message>
    <message>
      <source>Published by us last</source>
      <translation>我们上次发布的内容</translation>
    </message>
    <message>
      <source>Would be sent</source>
      <translation>将要发送的内容</translation>
    </message>
    <message>
      <source>Decide later</source>
      <translation>以后再定</translation>
    </message>
    <message>
      <source>Publish it as it stands there</source>
      <translation>就按对方现有内容发布</translation>
    </message>
    <message>
      <source>Publish it anew</source>
      <translation>重新发布</translation>
    </message>
    <message>
      <source>Write ours over it</source>
      <translation>用我们的内容覆盖</translation>
    </message>
    <message>
      <source>Leave it as it is there</source>
      <translation>保留对方现状，不发送</translation>
    </message>
    <message>
      <source>It is not there any more; what would be sent stands at the right.</source>
      <translation>对方已没有这篇稿件；右侧是将要发送的内容。</translation>
    </message>
    <message>
      <source>{n} fields are not as we published them last; marked is what differs from that.</source>
      <translation>有 {n} 个字段与我们上次发布的不同；标出的是差异之处。</translation>
    </message>
    <message>
      <source>What stands there is as we published it last; only something around it changed.</source>
      <translation>对方的内容与我们上次发布的一致，变动的只是其他信息。</translation>
    </message>
  </context>
  <context>
    <name>DeliveryAtWork</name>
    <message>
      <source>Open an article first; then its review copy can be printed.</source>
      <translation>请先打开一篇稿件，再打印审稿样。</translation>
    </message>
    <message>
      <source>The review copy is being set …</source>
      <translation>正在生成审稿样……</translation>
    </message>
    <message>
      <source>Save the review copy</source>
      <translation>保存审稿样</translation>
    </message>
    <message>
      <source>PDF files</source>
      <translation>PDF 文件</translation>
    </message>
    <message>
      <source>Saved: {file}</source>
      <translation>已保存：{file}</translation>
    </message>
    <message>
      <source>No program here opens this; it lies in {path}</source>
      <translation>没有可打开它的程序，文件在 {path}</translation>
    </message>
  </context>
  <context>
    <name>DeliveryDialog</name>
    <message>
      <source>Publish in a batch</source>
      <translation>批量发布</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <source>Open the result</source>
      <translation>打开结果</translation>
    </message>
    <message>
      <source>What goes there…</source>
      <translation>查看发送内容…</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Which articles</source>
      <translation>发布哪些稿件</translation>
    </message>
    <message>
      <source>Target</source>
      <translation>目标</translation>
    </message>
    <message>
      <source>Articles</source>
      <translation>稿件</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>进度</translation>
    </message>
    <message>
      <source>Selected in the list: {n}</source>
      <translation>列表中选中的 {n} 篇</translation>
    </message>
    <message>
      <source>All that are signed off and not yet published</source>
      <translation>全部已签发、尚未发布的稿件</translation>
    </message>
    <message>
      <source>Articles stand here once the last level has signed them off. For a text that is not signed choose review copies, and select it in the list first.</source>
      <translation>稿件经终审签发后会出现在这里。未签发的稿件只能出审稿样：先在列表中选中，再把目标改为“审稿样”。</translation>
    </message>
    <message>
      <source>Nothing to publish</source>
      <translation>没有可发布的稿件</translation>
    </message>
    <message>
      <source>{n} will go</source>
      <translation>将发布 {n} 篇</translation>
    </message>
    <message>
      <source>{n} of them wait for their time</source>
      <translation>其中 {n} 篇到时才发</translation>
    </message>
    <message>
      <source>{n} cannot, the reason stands beside each</source>
      <translation>{n} 篇不能发布，原因见各行</translation>
    </message>
    <message>
      <source>{n} done</source>
      <translation>完成 {n} 篇</translation>
    </message>
    <message>
      <source>{n} failed; what stood there before is unchanged</source>
      <translation>{n} 篇未成，目标处原有内容未动</translation>
    </message>
    <message>
      <source>stopped: what went stays, the rest was not begun</source>
      <translation>已停止：发出的保留，其余没有开始</translation>
    </message>
    <message>
      <source>{n} in the queue, they are being sent</source>
      <translation>{n} 篇已入队，正在发送</translation>
    </message>
    <message>
      <source>{n} stood there already</source>
      <translation>{n} 篇对方已有</translation>
    </message>
    <message>
      <source>{n} were refused, the reason stands beside each</source>
      <translation>{n} 篇未接收，原因见各行</translation>
    </message>
    <message>
      <source>{n} waiting</source>
      <translation>等待 {n} 篇</translation>
    </message>
    <message>
      <source>{n} held, the reason stands beside each</source>
      <translation>暂停 {n} 篇，原因见各行</translation>
    </message>
    <message>
      <source>Stopping after the articles that are under way …</source>
      <translation>正在停止，等手头几篇发完……</translation>
    </message>
    <message numerus="yes">
      <source>Make %n review copies</source>
      <translation>
        <numerusform>出 %n 份审稿样</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Publish %n articles</source>
      <translation>
        <numerusform>发布 %n 篇</numerusform>
      </translation>
    </message>
    <message>
      <source>Name a folder, from the root of the disk on</source>
      <translation>请填写文件夹的完整路径</translation>
    </message>
  </context>
  <context>
    <name>DeskPane</name>
    <message>
      <source>All fields of the slip</source>
      <translation>全部稿签</translation>
    </message>
    <message>
      <source>Kicker</source>
      <translation>引题</translation>
    </message>
    <message>
      <source>Headline</source>
      <translation>主题</translation>
    </message>
    <message>
      <source>Subheadline</source>
      <translation>副题</translation>
    </message>
  </context>
  <context>
    <name>DetailPane</name>
    <message>
      <source>What stands there otherwise than it was sent</source>
      <translation>与发送内容不一致之处</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>字段</translation>
    </message>
    <message>
      <source>Sent</source>
      <translation>发送的内容</translation>
    </message>
    <message>
      <source>Stands there</source>
      <translation>对方的内容</translation>
    </message>
    <message>
      <source>{n} chosen</source>
      <translation>已选 {n} 篇</translation>
    </message>
    <message>
      <source>(no headline)</source>
      <translation>（无标题）</translation>
    </message>
    <message>
      <source>Open {address}</source>
      <translation>打开 {address}</translation>
    </message>
    <message>
      <source>appears {time}</source>
      <translation>{time} 刊出</translation>
    </message>
    <message>
      <source>queued {time}</source>
      <translation>{time} 入队</translation>
    </message>
    <message>
      <source>done {time}</source>
      <translation>{time} 完成</translation>
    </message>
    <message>
      <source>attempt {n}</source>
      <translation>第 {n} 次尝试</translation>
    </message>
    <message>
      <source>receipt: everything stands there as it was sent</source>
      <translation>回执：对方内容与发送一致</translation>
    </message>
  </context>
  <context>
    <name>Dialogs</name>
    <message>
      <source>http, https, mailto or tel; empty takes the link away.</source>
      <translation>可用 http、https、mailto 或 tel；留空则取消链接。</translation>
    </message>
    <message>
      <source>Link</source>
      <translation>链接</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>地址</translation>
    </message>
    <message>
      <source>Caption</source>
      <translation>图说</translation>
    </message>
    <message>
      <source>Credit</source>
      <translation>摄影 / 来源</translation>
    </message>
    <message>
      <source>Description</source>
      <translation>图片描述</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>图片</translation>
    </message>
    <message>
      <source>Insert pictures</source>
      <translation>插入图片</translation>
    </message>
    <message>
      <source>Pictures</source>
      <translation>图片</translation>
    </message>
    <message>
      <source>Rows</source>
      <translation>行数</translation>
    </message>
    <message>
      <source>Columns</source>
      <translation>列数</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>表格</translation>
    </message>
  </context>
  <context>
    <name>DisposalDialog</name>
    <message>
      <source>Disposal sheet</source>
      <translation>撤稿处置单</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>补录</translation>
    </message>
    <message>
      <source>Taken down by hand…</source>
      <translation>登记人工下线…</translation>
    </message>
    <message>
      <source>Add a place…</source>
      <translation>添加发布处…</translation>
    </message>
    <message>
      <source>Save as PDF…</source>
      <translation>存为 PDF…</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>指令</translation>
    </message>
    <message>
      <source>Reason of the withdrawal</source>
      <translation>撤稿原因</translation>
    </message>
    <message>
      <source>still to be entered: who ordered it, by which paper or call</source>
      <translation>待补：何人何时以何种方式下达</translation>
    </message>
    <message>
      <source>still to be entered</source>
      <translation>待补</translation>
    </message>
    <message>
      <source>Places and what became of the article there</source>
      <translation>各发布处处置情况</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>发布处</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Taken down</source>
      <translation>已下线</translation>
    </message>
    <message>
      <source>A visitor gets</source>
      <translation>访客所见</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>网址</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>原因</translation>
    </message>
    <message>
      <source>with a notice</source>
      <translation>公告撤稿</translation>
    </message>
    <message>
      <source>taken down</source>
      <translation>下线</translation>
    </message>
    <message>
      <source>{number} · withdrawn by {name}, {time} ({form})</source>
      <translation>{number} · {name} 于 {time} 撤稿（{form}）</translation>
    </message>
    <message>
      <source>entered afterwards by {name}, {time}</source>
      <translation>{name} 于 {time} 补录</translation>
    </message>
    <message>
      <source>{n} places are open</source>
      <translation>待办 {n} 处</translation>
    </message>
    <message>
      <source>Everything is done</source>
      <translation>已全部处置</translation>
    </message>
    <message>
      <source>Order or reason is missing</source>
      <translation>指令、原因待补</translation>
    </message>
    <message>
      <source>screenshot</source>
      <translation>有截图</translation>
    </message>
    <message>
      <source>open</source>
      <translation>未完成</translation>
    </message>
    <message>
      <source>a notice stands there</source>
      <translation>已换为公告</translation>
    </message>
    <message>
      <source>down</source>
      <translation>已下线</translation>
    </message>
    <message>
      <source>a list still names it</source>
      <translation>列表中仍有</translation>
    </message>
    <message>
      <source>lists: nothing left</source>
      <translation>列表中已无</translation>
    </message>
    <message>
      <source>not looked at</source>
      <translation>未查看</translation>
    </message>
    <message>
      <source>not all looked at</source>
      <translation>部分未查看</translation>
    </message>
  </context>
  <context>
    <name>EmergencyAtWork</name>
    <message>
      <source>Emergency pack of {n} selected articles</source>
      <translation>把选中的 {n} 篇写成应急稿包</translation>
    </message>
    <message>
      <source>Emergency pack of everything that is signed</source>
      <translation>把全部已签发的稿件写成应急稿包</translation>
    </message>
    <message>
      <source>Emergency pack.zip</source>
      <translation>应急稿包.zip</translation>
    </message>
    <message>
      <source>The emergency pack is being written …</source>
      <translation>正在写应急稿包……</translation>
    </message>
    <message>
      <source>{n} articles are in {file}.</source>
      <translation>{n} 篇已写入 {file}。</translation>
    </message>
    <message>
      <source>{n} are not signed and stayed here.</source>
      <translation>{n} 篇未签发，没有写入。</translation>
    </message>
    <message>
      <source>The ledger does not say so: you sign for no level.</source>
      <translation>未记入台账：您没有审级，不能签名登记。</translation>
    </message>
  </context>
  <context>
    <name>Empty</name>
    <message>
      <source>Nothing here yet</source>
      <translation>这里还没有稿件</translation>
    </message>
    <message>
      <source>Write an article or take some in.</source>
      <translation>写一篇新稿，或导入来稿。</translation>
    </message>
    <message>
      <source>What is submitted comes here by itself. Look at the other levels, or read again.</source>
      <translation>稿件提交后会自动出现在这里。可看看其他审级，或刷新列表。</translation>
    </message>
    <message>
      <source>No article waits for this review</source>
      <translation>没有待审的稿件</translation>
    </message>
    <message>
      <source>Nothing is published yet</source>
      <translation>还没有已发布的稿件</translation>
    </message>
    <message>
      <source>Signed articles come here when a target has taken them.</source>
      <translation>已签发的稿件发布成功后列在这里。</translation>
    </message>
    <message>
      <source>Nothing was returned</source>
      <translation>没有退改的稿件</translation>
    </message>
    <message>
      <source>What is to be changed comes here with the reason.</source>
      <translation>退回修改的稿件连同理由列在这里。</translation>
    </message>
    <message>
      <source>Nothing is submitted</source>
      <translation>没有在审的稿件</translation>
    </message>
    <message>
      <source>What you submit stands here until it is signed off.</source>
      <translation>您提交的稿件在签发之前列在这里。</translation>
    </message>
    <message>
      <source>Nothing waits to be published</source>
      <translation>没有待发布的稿件</translation>
    </message>
    <message>
      <source>Articles come here when the last level has signed them off.</source>
      <translation>终审签发后的稿件列在这里。</translation>
    </message>
    <message>
      <source>Nothing is on hold</source>
      <translation>没有待用的稿件</translation>
    </message>
    <message>
      <source>What is kept for later in review stands here.</source>
      <translation>审稿时决定留待以后使用的稿件列在这里。</translation>
    </message>
    <message>
      <source>Nothing was refused</source>
      <translation>没有不采用的稿件</translation>
    </message>
    <message>
      <source>What is not used stands here and can be reopened.</source>
      <translation>不采用的稿件列在这里，可以重新启用。</translation>
    </message>
    <message>
      <source>Nothing is withdrawn</source>
      <translation>没有已撤的稿件</translation>
    </message>
    <message>
      <source>Withdrawn articles stand here with their disposal sheets.</source>
      <translation>撤下的稿件列在这里，可查看撤稿处置单。</translation>
    </message>
    <message>
      <source>The archive is empty</source>
      <translation>归档是空的</translation>
    </message>
    <message>
      <source>Choose articles in a list and archive them.</source>
      <translation>在列表中选中稿件即可归档。</translation>
    </message>
    <message>
      <source>The waste bin is empty</source>
      <translation>废稿箱是空的</translation>
    </message>
    <message>
      <source>What is thrown away can be put back from here.</source>
      <translation>删去的稿件可从这里恢复。</translation>
    </message>
    <message>
      <source>No article in this column</source>
      <translation>这个栏目还没有稿件</translation>
    </message>
    <message>
      <source>The column of an article stands in its slip.</source>
      <translation>稿件的栏目在稿签里填写。</translation>
    </message>
    <message>
      <source>Nothing found</source>
      <translation>没有找到</translation>
    </message>
    <message>
      <source>Try fewer or other words; Simplified and Traditional find one another.</source>
      <translation>请减少或更换搜索词；简体和繁体可以互相找到。</translation>
    </message>
  </context>
  <context>
    <name>Fields</name>
    <message>
      <source>{field}: {text}</source>
      <translation>{field}：{text}</translation>
    </message>
    <message>
      <source>Picture {n}</source>
      <translation>图{n}</translation>
    </message>
    <message>
      <source>Caption: {text}</source>
      <translation>图片说明：{text}</translation>
    </message>
    <message>
      <source>Alternative text: {text}</source>
      <translation>替代文本：{text}</translation>
    </message>
    <message>
      <source>File: {text}</source>
      <translation>文件：{text}</translation>
    </message>
    <message>
      <source>, </source>
      <translation>、</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>正文</translation>
    </message>
    <message>
      <source>Summary</source>
      <translation>摘要</translation>
    </message>
    <message>
      <source>Column</source>
      <translation>栏目</translation>
    </message>
    <message>
      <source>Tags</source>
      <translation>标签</translation>
    </message>
    <message>
      <source>Headline</source>
      <translation>标题</translation>
    </message>
    <message>
      <source>Cover</source>
      <translation>封面</translation>
    </message>
    <message>
      <source>Number of pictures</source>
      <translation>图片数</translation>
    </message>
    <message>
      <source>Byline</source>
      <translation>署名</translation>
    </message>
    <message>
      <source>Variant</source>
      <translation>文本变体</translation>
    </message>
    <message>
      <source>From the slip</source>
      <translation>稿签信息</translation>
    </message>
    <message>
      <source>Kicker</source>
      <translation>引题</translation>
    </message>
    <message>
      <source>Subheadline</source>
      <translation>副题</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>来源</translation>
    </message>
    <message>
      <source>Editor</source>
      <translation>编辑</translation>
    </message>
    <message>
      <source>Responsible editor</source>
      <translation>责任编辑</translation>
    </message>
    <message>
      <source>Sign-offs</source>
      <translation>审签</translation>
    </message>
    <message>
      <source>Genre</source>
      <translation>体裁</translation>
    </message>
    <message>
      <source>Dateline</source>
      <translation>电头</translation>
    </message>
    <message>
      <source>Origin</source>
      <translation>稿件性质</translation>
    </message>
    <message>
      <source>Address of the original</source>
      <translation>原文网址</translation>
    </message>
    <message>
      <source>Headline of the original</source>
      <translation>原标题</translation>
    </message>
    <message>
      <source>Authors of the original</source>
      <translation>原作者</translation>
    </message>
    <message>
      <source>Number of the article</source>
      <translation>稿号</translation>
    </message>
    <message>
      <source>Key of the article</source>
      <translation>稿件标识</translation>
    </message>
    <message>
      <source>Proof of signing</source>
      <translation>签发凭证</translation>
    </message>
    <message>
      <source>Name in the address</source>
      <translation>网址名称</translation>
    </message>
    <message>
      <source>Published</source>
      <translation>刊发时间</translation>
    </message>
    <message>
      <source>Changed</source>
      <translation>修改时间</translation>
    </message>
    <message>
      <source>First published</source>
      <translation>首次刊发</translation>
    </message>
    <message>
      <source>Signed revision</source>
      <translation>签发版本</translation>
    </message>
    <message>
      <source>Mark of the content</source>
      <translation>内容标记</translation>
    </message>
    <message>
      <source>Link to the original page</source>
      <translation>阅读原文</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状态</translation>
    </message>
  </context>
  <context>
    <name>FieldsDialog</name>
    <message>
      <source>OK</source>
      <translation>确定</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
  </context>
  <context>
    <name>FindBar</name>
    <message>
      <source>Match case</source>
      <translation>区分大小写</translation>
    </message>
    <message>
      <source>Regular expression</source>
      <translation>正则表达式</translation>
    </message>
    <message>
      <source>Only in the selection</source>
      <translation>仅在选中部分</translation>
    </message>
    <message>
      <source>Previous hit</source>
      <translation>上一处</translation>
    </message>
    <message>
      <source>Next hit</source>
      <translation>下一处</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Replace</source>
      <translation>替换</translation>
    </message>
    <message>
      <source>Replace all</source>
      <translation>全部替换</translation>
    </message>
    <message>
      <source>Find</source>
      <translation>查找</translation>
    </message>
    <message>
      <source>Replace with</source>
      <translation>替换为</translation>
    </message>
    <message>
      <source>Not a pattern</source>
      <translation>表达式有误</translation>
    </message>
    <message>
      <source>Too slow a pattern</source>
      <translation>表达式过于复杂</translation>
    </message>
    <message>
      <source>No hits</source>
      <translation>没有找到</translation>
    </message>
  </context>
  <context>
    <name>FoundPane</name>
    <message>
      <source>Fields that stand there otherwise than they were signed</source>
      <translation>与签发稿不一致的字段</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>字段</translation>
    </message>
    <message>
      <source>Signed</source>
      <translation>签发稿</translation>
    </message>
    <message>
      <source>Stands there</source>
      <translation>对方的内容</translation>
    </message>
    <message>
      <source>{field} (form only)</source>
      <translation>{field}（仅格式）</translation>
    </message>
    <message>
      <source>There stands “{title}”. The signed article is called “{ours}”: if it is another article, a correction would write over it.</source>
      <translation>该网址上是“{title}”，已签发稿件的标题是“{ours}”。如果是另一篇稿件，日后更正会把它覆盖。</translation>
    </message>
    <message>
      <source>“{title}” stands there exactly as it was signed.</source>
      <translation>“{title}”与签发稿完全一致。</translation>
    </message>
    <message>
      <source>“{title}” stands there with the same words in another form.</source>
      <translation>“{title}”文字与签发稿相同，仅格式不同。</translation>
    </message>
    <message>
      <source>“{title}” stands there; {n} fields do not say what was signed. They are named in the receipt.</source>
      <translation>该网址上是“{title}”，有 {n} 个字段与签发稿不一致，将记入回执。</translation>
    </message>
  </context>
  <context>
    <name>GoesAtWork</name>
    <message>
      <source>What would go now</source>
      <translation>现在会发出什么</translation>
    </message>
    <message>
      <source>Open an article first; then it can be shown what goes of it.</source>
      <translation>请先打开一篇稿件，再查看它的发送内容。</translation>
    </message>
    <message>
      <source>There is no target yet; add one under “Targets”.</source>
      <translation>还没有发布目标；请在“发布目标”中添加。</translation>
    </message>
    <message>
      <source>What goes there</source>
      <translation>发送内容</translation>
    </message>
  </context>
  <context>
    <name>GoesDialog</name>
    <message>
      <source>Target</source>
      <translation>目标</translation>
    </message>
    <message>
      <source>Articles</source>
      <translation>稿件</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>字段</translation>
    </message>
    <message>
      <source>What goes</source>
      <translation>发送的内容</translation>
    </message>
    <message>
      <source>Fields as they go</source>
      <translation>各字段内容</translation>
    </message>
    <message>
      <source>The chosen field, whole</source>
      <translation>所选字段的全文</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>{target}: {n} articles</source>
      <translation>{target}：{n} 篇</translation>
    </message>
    <message>
      <source>(no headline)</source>
      <translation>（无标题）</translation>
    </message>
    <message>
      <source>Nothing would go now</source>
      <translation>现在没有会发出的稿件</translation>
    </message>
    <message>
      <source>What waits for its time is under “Scheduled”.</source>
      <translation>等待到时间的稿件在“定时与禁发”中。</translation>
    </message>
    <message>
      <source>not kept</source>
      <translation>无法保留</translation>
    </message>
    <message>
      <source>It would be held: {n} things cannot go there.</source>
      <translation>会被暂停：有 {n} 处内容对方不能接收。</translation>
    </message>
    <message>
      <source>This target is made as a whole: all articles in one, looked at where it stands.</source>
      <translation>这个目标由全部稿件整体生成，请到生成的位置查看。</translation>
    </message>
    <message>
      <source>It would go now and appear at {time}.</source>
      <translation>现在发送，{time} 刊出。</translation>
    </message>
    <message>
      <source>It would appear at once.</source>
      <translation>发送后立即刊出。</translation>
    </message>
  </context>
  <context>
    <name>GoingBar</name>
    <message>
      <source>Progress</source>
      <translation>进度</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <source>Send now</source>
      <translation>立即发送</translation>
    </message>
    <message>
      <source>Publishing {done}/{total}</source>
      <translation>正在发布 {done}/{total}</translation>
    </message>
    <message>
      <source>{n} a minute</source>
      <translation>每分钟 {n} 篇</translation>
    </message>
  </context>
  <context>
    <name>HabitsAtWork</name>
    <message>
      <source>System</source>
      <translation>系统</translation>
    </message>
    <message>
      <source>Library</source>
      <translation>稿库</translation>
    </message>
    <message>
      <source>Own data</source>
      <translation>个人数据</translation>
    </message>
    <message>
      <source>Go to number</source>
      <translation>转到稿号</translation>
    </message>
    <message>
      <source>Number or the last part of it</source>
      <translation>稿号，或稿号的最后几位</translation>
    </message>
  </context>
  <context>
    <name>Heading</name>
    <message>
      <source>Kicker (optional)</source>
      <translation>引题（可选）</translation>
    </message>
    <message>
      <source>Headline</source>
      <translation>主题</translation>
    </message>
    <message>
      <source>Subheadline (optional)</source>
      <translation>副题（可选）</translation>
    </message>
  </context>
  <context>
    <name>History</name>
    <message>
      <source>Saved</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Conversion</source>
      <translation>转换</translation>
    </message>
    <message>
      <source>Paste</source>
      <translation>粘贴</translation>
    </message>
    <message>
      <source>Before restoring</source>
      <translation>恢复之前</translation>
    </message>
    <message>
      <source>Recovered</source>
      <translation>异常恢复</translation>
    </message>
    <message>
      <source>Written over</source>
      <translation>被覆盖</translation>
    </message>
    <message>
      <source>Not taken</source>
      <translation>未入库</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>今天</translation>
    </message>
    <message>
      <source>Yesterday</source>
      <translation>昨天</translation>
    </message>
    <message>
      <source>MMMM d</source>
      <translation>M月d日</translation>
    </message>
    <message>
      <source>MMMM d, yyyy</source>
      <translation>yyyy年M月d日</translation>
    </message>
    <message>
      <source>{n} characters</source>
      <translation>{n} 字</translation>
    </message>
    <message>
      <source>This version ↔ now</source>
      <translation>这一版 ↔ 现在</translation>
    </message>
    <message>
      <source>{day} {time} ↔ now</source>
      <translation>{day} {time} 的版本 ↔ 现在</translation>
    </message>
  </context>
  <context>
    <name>HistoryView</name>
    <message>
      <source>History</source>
      <translation>历史版本</translation>
    </message>
    <message>
      <source>Versions</source>
      <translation>语言版本</translation>
    </message>
    <message>
      <source>Put this version back</source>
      <translation>恢复这一版</translation>
    </message>
    <message>
      <source>{n} versions</source>
      <translation>{n} 个</translation>
    </message>
    <message>
      <source>No version was kept yet</source>
      <translation>还没有留下版本</translation>
    </message>
    <message>
      <source>Each save, conversion, long paste and recovery is kept here, and can be put back.</source>
      <translation>每次保存、转换、大段粘贴和异常恢复都会在这里留下一版，随时可以恢复。</translation>
    </message>
    <message>
      <source>The text is locked: versions can be read here, not put back.</source>
      <translation>正文已锁定，这里只能查看，不能恢复。</translation>
    </message>
    <message>
      <source>This version is what stands there now.</source>
      <translation>这一版与现在的文字相同。</translation>
    </message>
    <message>
      <source>What stands there now is kept first; one undo brings it back.</source>
      <translation>恢复前先留存现在的文字；撤销一步即可返回。</translation>
    </message>
  </context>
  <context>
    <name>HoldDialog</name>
    <message>
      <source>Hold everything back</source>
      <translation>一键暂缓</translation>
    </message>
    <message>
      <source>Nothing goes to the ticked targets until you release it. {n} scheduled articles are waiting; what targets keep for later is taken back there. What is out already stays.</source>
      <translation>在您解除之前，不向勾选的目标发送任何稿件。现有 {n} 篇定时稿件在等待；对方保存的定时稿件会被收回。已发布的不受影响。</translation>
    </message>
    <message>
      <source>Targets</source>
      <translation>发布目标</translation>
    </message>
    <message>
      <source>Reason, for example who asked for it</source>
      <translation>原因，例如谁提出的要求</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>原因</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Hold back</source>
      <translation>暂缓</translation>
    </message>
  </context>
  <context>
    <name>HoldingAtWork</name>
    <message>
      <source>Held back: {names}.</source>
      <translation>已暂缓：{names}。</translation>
    </message>
    <message>
      <source>Released: what waits goes on.</source>
      <translation>已解除暂缓：等待中的稿件继续发送。</translation>
    </message>
  </context>
  <context>
    <name>Inspector</name>
    <message>
      <source>Inspector</source>
      <translation>检查栏</translation>
    </message>
  </context>
  <context>
    <name>Intake</name>
    <message>
      <source>to decide</source>
      <translation>待定</translation>
    </message>
    <message>
      <source>mended</source>
      <translation>已修复</translation>
    </message>
    <message>
      <source>accepted</source>
      <translation>已采用</translation>
    </message>
    <message>
      <source>put back</source>
      <translation>已退回</translation>
    </message>
    <message>
      <source>left as it came</source>
      <translation>保留原样</translation>
    </message>
    <message>
      <source>written anew</source>
      <translation>已另改</translation>
    </message>
    <message>
      <source>(nothing)</source>
      <translation>（无）</translation>
    </message>
    <message>
      <source>Paragraph {n}</source>
      <translation>第 {n} 段</translation>
    </message>
    <message>
      <source>{n} % sure</source>
      <translation>把握 {n}%</translation>
    </message>
    <message>
      <source>, </source>
      <translation>，</translation>
    </message>
    <message>
      <source>{name} {n}</source>
      <translation>{name} {n}</translation>
    </message>
  </context>
  <context>
    <name>IntakeAtWork</name>
    <message>
      <source>Import articles</source>
      <translation>导入来稿</translation>
    </message>
    <message>
      <source>Articles</source>
      <translation>稿件</translation>
    </message>
    <message>
      <source>All files</source>
      <translation>所有文件</translation>
    </message>
    <message>
      <source>Import a folder</source>
      <translation>导入文件夹</translation>
    </message>
    <message>
      <source>An import goes on; drop the files once more when it is done.</source>
      <translation>正在导入，请等这次完成后再拖入。</translation>
    </message>
    <message>
      <source>Import stopped; what came in stays</source>
      <translation>已停止导入，已导入的稿件保留</translation>
    </message>
    <message>
      <source>Importing {done} of {total} …</source>
      <translation>正在导入第 {done} 篇，共 {total} 篇……</translation>
    </message>
    <message>
      <source>Importing …</source>
      <translation>正在导入 …</translation>
    </message>
    <message>
      <source>Imported: {n} places mended</source>
      <translation>已导入，修复 {n} 处</translation>
    </message>
    <message>
      <source>Imported</source>
      <translation>导入完成</translation>
    </message>
    <message>
      <source>{told} · {key} shows the intake report</source>
      <translation>{told} · {key} 查看导入报告</translation>
    </message>
    <message>
      <source>Markdown with the slip</source>
      <translation>Markdown（含稿签）</translation>
    </message>
    <message>
      <source>Web page</source>
      <translation>网页</translation>
    </message>
    <message>
      <source>Save a copy</source>
      <translation>保存副本</translation>
    </message>
    <message>
      <source>A copy was saved as {file}.</source>
      <translation>副本已保存为 {file}。</translation>
    </message>
  </context>
  <context>
    <name>JudgingPanel</name>
    <message>
      <source>Opinion</source>
      <translation>审核意见</translation>
    </message>
    <message>
      <source>Write an opinion; it is kept with the record</source>
      <translation>写下意见，随审签记录保存</translation>
    </message>
    <message>
      <source>Passing records {n} places as corrected in review</source>
      <translation>通过后记为审改 {n} 处</translation>
    </message>
    <message>
      <source>{share} % were changed, more than {limit} %: the levels below read it again</source>
      <translation>改动占 {share}%，超过 {limit}%，前面各级须重新过目</translation>
    </message>
    <message>
      <source>{told}. {more}</source>
      <translation>{told}。{more}</translation>
    </message>
    <message>
      <source>The draft of {name} makes a new text: no sign-off stays</source>
      <translation>{name}的改动属撰稿，提交后此前的签署不再有效</translation>
    </message>
    <message>
      <source>{reason}: {more}</source>
      <translation>{reason}：{more}</translation>
    </message>
  </context>
  <context>
    <name>Keeping</name>
    <message>
      <source>Not saved yet</source>
      <translation>未存</translation>
    </message>
    <message>
      <source>Saved on this computer</source>
      <translation>已存本机</translation>
    </message>
    <message>
      <source>Saved in the library</source>
      <translation>已入库</translation>
    </message>
  </context>
  <context>
    <name>KeepingRoom</name>
    <message>
      <source>The whole text is on the clipboard.</source>
      <translation>全文已复制到剪贴板。</translation>
    </message>
    <message>
      <source>Save a copy elsewhere</source>
      <translation>另存一份</translation>
    </message>
    <message>
      <source>A copy was saved as {file}.</source>
      <translation>已另存为 {file}。</translation>
    </message>
  </context>
  <context>
    <name>KeysDialog</name>
    <message>
      <source>Keys</source>
      <translation>快捷键</translation>
    </message>
  </context>
  <context>
    <name>Level</name>
    <message>
      <source>Reporter</source>
      <translation>记者</translation>
    </message>
    <message>
      <source>First review</source>
      <translation>初审</translation>
    </message>
    <message>
      <source>Second review</source>
      <translation>复审</translation>
    </message>
    <message>
      <source>Final review</source>
      <translation>终审</translation>
    </message>
    <message>
      <source>Administration</source>
      <translation>管理</translation>
    </message>
  </context>
  <context>
    <name>LineDelegate</name>
    <message>
      <source>differs</source>
      <translation>有差异</translation>
    </message>
    <message>
      <source>take down</source>
      <translation>下线</translation>
    </message>
    <message>
      <source>(no headline)</source>
      <translation>（无标题）</translation>
    </message>
  </context>
  <context>
    <name>LyingAtWork</name>
    <message>
      <source>Open articles</source>
      <translation>打开的稿件</translation>
    </message>
    <message>
      <source>(no headline)</source>
      <translation>无标题</translation>
    </message>
    <message numerus="yes">
      <source>%n open article(s)</source>
      <translation>
        <numerusform>打开了 %n 篇稿件</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>MembersAtWork</name>
    <message>
      <source>There is no newsroom yet; enter a name to sign with first.</source>
      <translation>还没有编辑部；请先填写签发用的姓名。</translation>
    </message>
    <message>
      <source>The rules are changed; they hold for what is submitted from now on.</source>
      <translation>规则已更改，从此刻起提交的稿件开始执行。</translation>
    </message>
    <message>
      <source>PIN</source>
      <translation>PIN</translation>
    </message>
    <message>
      <source>PIN so far</source>
      <translation>原 PIN</translation>
    </message>
    <message>
      <source>New PIN, 4 to 12 characters; empty takes it off</source>
      <translation>新 PIN，4 至 12 位；留空表示取消</translation>
    </message>
  </context>
  <context>
    <name>MembersDialog</name>
    <message>
      <source>People and levels</source>
      <translation>人员与级别</translation>
    </message>
    <message>
      <source>People</source>
      <translation>人员</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>更改</translation>
    </message>
    <message>
      <source>Leaves the newsroom</source>
      <translation>离开编辑部</translation>
    </message>
    <message>
      <source>PIN…</source>
      <translation>PIN……</translation>
    </message>
    <message>
      <source>Name of somebody new</source>
      <translation>新成员姓名</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>添加</translation>
    </message>
    <message>
      <source>left</source>
      <translation>已离开</translation>
    </message>
    <message>
      <source>Signs on this computer.</source>
      <translation>可在本机签发。</translation>
    </message>
    <message>
      <source>Has no key here.</source>
      <translation>签名密钥不在本机。</translation>
    </message>
  </context>
  <context>
    <name>Menu</name>
    <message>
      <source>&amp;File</source>
      <translation>文件(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation>编辑(&amp;E)</translation>
    </message>
    <message>
      <source>F&amp;ormat</source>
      <translation>格式(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Article</source>
      <translation>稿件(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Review</source>
      <translation>审签(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Publish</source>
      <translation>发布(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>视图(&amp;V)</translation>
    </message>
    <message>
      <source>&amp;Tools</source>
      <translation>工具(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>帮助(&amp;H)</translation>
    </message>
  </context>
  <context>
    <name>Merging</name>
    <message>
      <source>Open one article and choose another one in the list with Ctrl; then it can be put in.</source>
      <translation>请先打开一篇稿件，再按住 Ctrl 在列表里选中另一篇，然后并入。</translation>
    </message>
    <message>
      <source>Put in &amp;here, at the caret</source>
      <translation>并入光标处(&amp;H)</translation>
    </message>
    <message>
      <source>Put in at the &amp;end</source>
      <translation>并入文末(&amp;E)</translation>
    </message>
    <message>
      <source>&amp;Cancel</source>
      <translation>取消(&amp;C)</translation>
    </message>
    <message>
      <source>The text changed meanwhile; nothing was put in. Do it once more.</source>
      <translation>正文刚才有改动，未并入。请再做一次。</translation>
    </message>
    <message>
      <source>“{headline}” was put in.</source>
      <translation>已并入《{headline}》。</translation>
    </message>
  </context>
  <context>
    <name>MissedDialog</name>
    <message>
      <source>The time of these articles has passed</source>
      <translation>以下稿件已错过发送时间</translation>
    </message>
    <message>
      <source>This computer was to send them and the program was not running. Nothing was sent; nothing is sent at all until you have decided about the ticked ones.</source>
      <translation>它们本应由本机按时发送，但当时程序没有运行。没有发出任何内容；请先对勾选的稿件作出决定，在此之前不会发送任何稿件。</translation>
    </message>
    <message>
      <source>Missed articles</source>
      <translation>错过时间的稿件</translation>
    </message>
    <message>
      <source>Decide later</source>
      <translation>以后再定</translation>
    </message>
    <message>
      <source>Take out of the queue</source>
      <translation>撤出队列</translation>
    </message>
    <message>
      <source>Send now</source>
      <translation>立即发送</translation>
    </message>
  </context>
  <context>
    <name>Navigation</name>
    <message>
      <source>No column</source>
      <translation>未分栏目</translation>
    </message>
    <message>
      <source>My drafts</source>
      <translation>我的草稿</translation>
    </message>
    <message>
      <source>Submitted</source>
      <translation>已提交</translation>
    </message>
    <message>
      <source>Returned to me</source>
      <translation>退改</translation>
    </message>
    <message>
      <source>Published</source>
      <translation>已发布</translation>
    </message>
    <message>
      <source>Drafts</source>
      <translation>草稿</translation>
    </message>
    <message>
      <source>For first review</source>
      <translation>待初审</translation>
    </message>
    <message>
      <source>For second review</source>
      <translation>待复审</translation>
    </message>
    <message>
      <source>For final review</source>
      <translation>待终审</translation>
    </message>
    <message>
      <source>Returned</source>
      <translation>退改</translation>
    </message>
    <message>
      <source>On hold</source>
      <translation>待用</translation>
    </message>
    <message>
      <source>Not used</source>
      <translation>不采用</translation>
    </message>
    <message>
      <source>Signed off</source>
      <translation>已签发</translation>
    </message>
    <message>
      <source>Withdrawn</source>
      <translation>已撤稿</translation>
    </message>
    <message>
      <source>All articles</source>
      <translation>全部稿件</translation>
    </message>
    <message>
      <source>Archive</source>
      <translation>归档</translation>
    </message>
    <message>
      <source>Waste bin</source>
      <translation>废稿箱</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>搜索</translation>
    </message>
    <message>
      <source>My desk</source>
      <translation>工作台</translation>
    </message>
    <message>
      <source>Workflow</source>
      <translation>流程</translation>
    </message>
    <message>
      <source>Publishing queue</source>
      <translation>发布队列</translation>
    </message>
    <message>
      <source>Columns</source>
      <translation>栏目</translation>
    </message>
    <message>
      <source>Saved searches</source>
      <translation>已存搜索</translation>
    </message>
    <message>
      <source>Everything</source>
      <translation>资料</translation>
    </message>
  </context>
  <context>
    <name>Offering</name>
    <message>
      <source>{n} as usual in this column</source>
      <translation>本栏目惯例 {n} 字</translation>
    </message>
  </context>
  <context>
    <name>Origin</name>
    <message>
      <source>R</source>
      <translation>转</translation>
    </message>
    <message>
      <source>W</source>
      <translation>通</translation>
    </message>
  </context>
  <context>
    <name>Outbox</name>
    <message>
      <source>Compare and decide…</source>
      <translation>比较并决定…</translation>
    </message>
    <message>
      <source>Register as done…</source>
      <translation>登记完成…</translation>
    </message>
    <message>
      <source>Published by hand…</source>
      <translation>登记人工发布…</translation>
    </message>
    <message>
      <source>Receipts…</source>
      <translation>回执…</translation>
    </message>
    <message>
      <source>Disposal sheet…</source>
      <translation>处置单…</translation>
    </message>
    <message>
      <source>Send again</source>
      <translation>重新发送</translation>
    </message>
    <message>
      <source>Take out of the queue</source>
      <translation>撤出队列</translation>
    </message>
    <message>
      <source>What goes there…</source>
      <translation>查看发送内容…</translation>
    </message>
    <message>
      <source>Withdraw everywhere…</source>
      <translation>全部撤稿…</translation>
    </message>
    <message>
      <source>Open the page</source>
      <translation>打开网页</translation>
    </message>
    <message>
      <source>To the article</source>
      <translation>转到稿件</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>等待发送</translation>
    </message>
    <message>
      <source>Being sent</source>
      <translation>正在发送</translation>
    </message>
    <message>
      <source>Unknown, being checked</source>
      <translation>结果未知，正在核对</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>已完成</translation>
    </message>
    <message>
      <source>Held</source>
      <translation>已暂停</translation>
    </message>
    <message>
      <source>Canceled</source>
      <translation>已取消</translation>
    </message>
    <message>
      <source>To be done by hand</source>
      <translation>待人工办理</translation>
    </message>
    <message>
      <source>Held back</source>
      <translation>已暂缓</translation>
    </message>
    <message>
      <source>Scheduled</source>
      <translation>定时发送</translation>
    </message>
    <message>
      <source>Goes when there is a network</source>
      <translation>有网络时发送</translation>
    </message>
    <message>
      <source>Tried again soon</source>
      <translation>稍后自动重试</translation>
    </message>
    <message>
      <source>Taken down</source>
      <translation>已下线</translation>
    </message>
    <message>
      <source>Taken down since</source>
      <translation>发布过，已下线</translation>
    </message>
    <message>
      <source>Published by hand</source>
      <translation>人工发布</translation>
    </message>
    <message>
      <source>Scheduled there</source>
      <translation>对方定时发布</translation>
    </message>
    <message>
      <source>On the site</source>
      <translation>已发布</translation>
    </message>
    <message>
      <source>this computer sends</source>
      <translation>由本机发送</translation>
    </message>
    <message>
      <source>the target publishes</source>
      <translation>由对方发布</translation>
    </message>
    <message>
      <source>held back</source>
      <translation>已暂缓</translation>
    </message>
    <message>
      <source>tomorrow {time}</source>
      <translation>明天 {time}</translation>
    </message>
    <message>
      <source>WordPress</source>
      <translation>WordPress 网站</translation>
    </message>
    <message>
      <source>Wagtail</source>
      <translation>Wagtail 网站</translation>
    </message>
    <message>
      <source>WeChat Official Account (drafts)</source>
      <translation>微信公众号（草稿箱）</translation>
    </message>
    <message>
      <source>Hugo (folder of a site)</source>
      <translation>Hugo（网站文件夹）</translation>
    </message>
    <message>
      <source>Website (folder)</source>
      <translation>网站（文件夹）</translation>
    </message>
    <message>
      <source>Folder with files</source>
      <translation>稿件文件夹</translation>
    </message>
    <message>
      <source>Server by SFTP</source>
      <translation>SFTP 服务器</translation>
    </message>
    <message>
      <source>Without an interface (by hand)</source>
      <translation>无接口（人工发布）</translation>
    </message>
    <message>
      <source>The site's REST interface with an application password of an editor.</source>
      <translation>通过网站的 REST 接口，用“编辑”用户的应用程序密码。</translation>
    </message>
    <message>
      <source>The site's interface for writing, with a token.</source>
      <translation>通过网站的写入接口，用令牌。</translation>
    </message>
    <message>
      <source>Articles become drafts there; an editor sends them out by phone.</source>
      <translation>稿件进入草稿箱，由编辑在手机上群发。</translation>
    </message>
    <message>
      <source>Pages with front matter; the site is built from them.</source>
      <translation>带题头信息的页面，由它们生成网站。</translation>
    </message>
    <message>
      <source>A whole site of web pages, made here.</source>
      <translation>在本机生成的整个网站。</translation>
    </message>
    <message>
      <source>One file for each article, for whatever reads them.</source>
      <translation>每篇稿件一个文件，供其他系统读取。</translation>
    </message>
    <message>
      <source>A folder of another computer.</source>
      <translation>另一台计算机上的文件夹。</translation>
    </message>
    <message>
      <source>抖音, 视频号, 头条 …: a person publishes there and registers it here.</source>
      <translation>抖音、视频号、头条等：由人工发布后在此登记。</translation>
    </message>
  </context>
  <context>
    <name>OutboxAtWork</name>
    <message>
      <source>Stopped; what waits goes when you send it.</source>
      <translation>已停止；等待中的稿件在您点“立即发送”后继续。</translation>
    </message>
    <message>
      <source>Everything that waits is held back.</source>
      <translation>等待中的稿件都已暂缓。</translation>
    </message>
    <message>
      <source>Nothing waits.</source>
      <translation>没有等待发送的稿件。</translation>
    </message>
    <message>
      <source>Next: {time}</source>
      <translation>下一次：{time}</translation>
    </message>
    <message>
      <source>What goes there</source>
      <translation>发送内容</translation>
    </message>
    <message>
      <source>{n} taken out of the queue; what is on its way ends properly.</source>
      <translation>已撤出 {n} 篇；正在发送的会正常结束。</translation>
    </message>
    <message>
      <source>No program here opens this; it stands at {path}</source>
      <translation>本机没有程序能打开它；它在 {path}</translation>
    </message>
    <message>
      <source>You may not withdraw this article; who may stands in its review tab.</source>
      <translation>这篇稿件现在不能由您撤稿；谁可以撤、为什么，见“审签”页。</translation>
    </message>
    <message>
      <source>It is being taken down at {n} places; the disposal sheet says what is still to be done.</source>
      <translation>正在 {n} 处下线；未完成的见撤稿处置单。</translation>
    </message>
  </context>
  <context>
    <name>OutboxWindow</name>
    <message>
      <source>Publishing queue</source>
      <translation>发布队列</translation>
    </message>
    <message>
      <source>Batches</source>
      <translation>批次</translation>
    </message>
    <message>
      <source>Articles of the batch</source>
      <translation>本批稿件</translation>
    </message>
    <message>
      <source>All states</source>
      <translation>全部状态</translation>
    </message>
    <message>
      <source>Target</source>
      <translation>目标</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>All targets</source>
      <translation>全部目标</translation>
    </message>
    <message>
      <source>Held back: {names}. {why}</source>
      <translation>已暂缓：{names}。{why}</translation>
    </message>
    <message>
      <source>{n} articles</source>
      <translation>{n} 篇</translation>
    </message>
    <message>
      <source>Articles with a time of publication or an embargo stand here, the next one first.</source>
      <translation>设了刊发时间或禁发时间的稿件列在这里，最近的排在最前。</translation>
    </message>
    <message>
      <source>Nothing is scheduled</source>
      <translation>没有定时稿件</translation>
    </message>
    <message>
      <source>Signed articles come here when they are published to a target.</source>
      <translation>已签发的稿件发布到某个目标后，会出现在这里。</translation>
    </message>
    <message>
      <source>Nothing here</source>
      <translation>这里没有稿件</translation>
    </message>
  </context>
  <context>
    <name>OutlineList</name>
    <message>
      <source>Outline</source>
      <translation>大纲</translation>
    </message>
  </context>
  <context>
    <name>Page</name>
    <message>
      <source>Comparison</source>
      <translation>对照</translation>
    </message>
  </context>
  <context>
    <name>Palette</name>
    <message>
      <source>What do you want to do?</source>
      <translation>想做什么？可输入中文、拼音首字母或英文</translation>
    </message>
    <message>
      <source>Command</source>
      <translation>命令</translation>
    </message>
    <message>
      <source>Commands</source>
      <translation>命令</translation>
    </message>
  </context>
  <context>
    <name>PaletteAtWork</name>
    <message>
      <source>Go to</source>
      <translation>转到</translation>
    </message>
    <message>
      <source>Change person</source>
      <translation>换人</translation>
    </message>
  </context>
  <context>
    <name>Paper</name>
    <message>
      <source>Preview</source>
      <translation>预览</translation>
    </message>
  </context>
  <context>
    <name>PeopleAtWork</name>
    <message>
      <source>Nobody can sign here yet…</source>
      <translation>这里还没有可签发的人……</translation>
    </message>
    <message>
      <source>Change person</source>
      <translation>换人</translation>
    </message>
    <message>
      <source>PIN of {name}</source>
      <translation>{name} 的 PIN</translation>
    </message>
    <message>
      <source>Signing key</source>
      <translation>签名密钥</translation>
    </message>
    <message>
      <source>Pass phrase for your signing key</source>
      <translation>签名密钥的口令</translation>
    </message>
  </context>
  <context>
    <name>PictureCard</name>
    <message>
      <source>Replace…</source>
      <translation>替换…</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>打开</translation>
    </message>
    <message>
      <source>Take out of the text</source>
      <translation>从稿件中移除</translation>
    </message>
    <message>
      <source>The file says where it was taken; take that out</source>
      <translation>文件里有拍摄位置，点此去除</translation>
    </message>
    <message>
      <source>Caption</source>
      <translation>图说</translation>
    </message>
    <message>
      <source>Who, where, what is seen</source>
      <translation>何人、何地、何事</translation>
    </message>
    <message>
      <source>Credit</source>
      <translation>署名</translation>
    </message>
    <message>
      <source>Photographer or source</source>
      <translation>摄影者或来源</translation>
    </message>
    <message>
      <source>Description</source>
      <translation>描述</translation>
    </message>
    <message>
      <source>For readers who cannot see it</source>
      <translation>供看不到图片的读者</translation>
    </message>
    <message>
      <source>Picture {n}</source>
      <translation>图片 {n}</translation>
    </message>
    <message>
      <source>Missing: {fields}</source>
      <translation>缺{fields}</translation>
    </message>
    <message>
      <source>, </source>
      <translation>、</translation>
    </message>
    <message>
      <source>Not in the library</source>
      <translation>外链图片，未入库</translation>
    </message>
    <message>
      <source>The picture is not here</source>
      <translation>图片不在库中</translation>
    </message>
    <message>
      <source>Cannot be read</source>
      <translation>无法读取</translation>
    </message>
  </context>
  <context>
    <name>PicturesAtWork</name>
    <message>
      <source>Pictures</source>
      <translation>附件</translation>
    </message>
    <message>
      <source>Insert pictures</source>
      <translation>插入图片</translation>
    </message>
    <message>
      <source>Replace the picture</source>
      <translation>替换图片</translation>
    </message>
    <message>
      <source>Another article was opened meanwhile; insert the pictures there again.</source>
      <translation>期间打开了另一篇稿件，图片未插入；请回到原稿重新插入。</translation>
    </message>
    <message>
      <source>The place where it was taken was removed from {n} pictures.</source>
      <translation>已从 {n} 张图片中去除拍摄位置。</translation>
    </message>
  </context>
  <context>
    <name>PicturesPane</name>
    <message>
      <source>Insert pictures…</source>
      <translation>插入图片…</translation>
    </message>
    <message>
      <source>No article is open</source>
      <translation>没有打开稿件</translation>
    </message>
    <message>
      <source>Its pictures are shown here.</source>
      <translation>稿件中的图片在这里列出。</translation>
    </message>
    <message>
      <source>Drop pictures here or insert them; they are kept once and go along with the article.</source>
      <translation>把图片拖到这里，或点“插入图片”。图片只存一份，随稿件一起走。</translation>
    </message>
    <message>
      <source>No pictures yet</source>
      <translation>还没有图片</translation>
    </message>
    <message>
      <source>{n} pictures</source>
      <translation>{n} 张图片</translation>
    </message>
  </context>
  <context>
    <name>PlanList</name>
    <message>
      <source>Number</source>
      <translation>稿号</translation>
    </message>
    <message>
      <source>Headline</source>
      <translation>标题</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>结果</translation>
    </message>
    <message>
      <source>What will go and what cannot</source>
      <translation>可以发布和不能发布的稿件</translation>
    </message>
    <message>
      <source>(no headline)</source>
      <translation>（无标题）</translation>
    </message>
    <message>
      <source>will wait and appear {time}</source>
      <translation>将于 {time} 发送</translation>
    </message>
    <message>
      <source>will go</source>
      <translation>待发布</translation>
    </message>
    <message>
      <source>review copy, marked as not signed</source>
      <translation>审稿样，已标明未签发</translation>
    </message>
    <message>
      <source>published</source>
      <translation>已发布</translation>
    </message>
    <message>
      <source>stood there already, unchanged</source>
      <translation>目标处已有，内容相同</translation>
    </message>
    <message>
      <source>in the queue</source>
      <translation>已入队</translation>
    </message>
    <message>
      <source>not begun</source>
      <translation>未开始</translation>
    </message>
  </context>
  <context>
    <name>PreferencesDialog</name>
    <message>
      <source>Preferences</source>
      <translation>偏好设置</translation>
    </message>
    <message>
      <source>Pages of the preferences</source>
      <translation>偏好设置分页</translation>
    </message>
    <message>
      <source>Rules of the checks</source>
      <translation>校对规则</translation>
    </message>
    <message>
      <source>Look</source>
      <translation>外观</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>正文</translation>
    </message>
    <message>
      <source>Checks</source>
      <translation>校对</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Like the system</source>
      <translation>跟随系统</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>浅色</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>深色</translation>
    </message>
    <message>
      <source>Paper</source>
      <translation>纸色</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>主题色</translation>
    </message>
    <message>
      <source>Size of the interface</source>
      <translation>界面大小</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>语言 Language</translation>
    </message>
    <message>
      <source>Another language is used from the next start on.</source>
      <translation>更换语言后，下次启动生效。</translation>
    </message>
    <message>
      <source>Dense list</source>
      <translation>紧凑列表</translation>
    </message>
    <message>
      <source>Show the menu bar</source>
      <translation>显示菜单栏</translation>
    </message>
    <message>
      <source>Size of the text</source>
      <translation>正文字号</translation>
    </message>
    <message>
      <source>Line height</source>
      <translation>行高</translation>
    </message>
    <message>
      <source>Gaotai's own</source>
      <translation>稿台自带</translation>
    </message>
    <message>
      <source>Font of the text</source>
      <translation>正文字体</translation>
    </message>
    <message>
      <source>Show paragraphs with two characters of indent</source>
      <translation>段首缩进两字（只显示，不写入正文）</translation>
    </message>
    <message>
      <source>Keep the line in the middle while typing</source>
      <translation>打字时保持当前行居中</translation>
    </message>
    <message>
      <source>Check while writing</source>
      <translation>边写边校对</translation>
    </message>
    <message>
      <source>These rules hold for the whole newsroom on this library.</source>
      <translation>以下规则对本稿库的整个编辑部有效。</translation>
    </message>
  </context>
  <context>
    <name>PreviewAtWork</name>
    <message>
      <source>Preview</source>
      <translation>预览</translation>
    </message>
    <message>
      <source>Open an article first; then it can be copied as a picture.</source>
      <translation>请先打开一篇稿件，再复制为图片。</translation>
    </message>
    <message>
      <source>For review · not published</source>
      <translation>送审稿 · 未发布</translation>
    </message>
    <message>
      <source>{n} pictures marked for review are on the clipboard as files; paste them into a chat.</source>
      <translation>{n} 张送审图片已作为文件放入剪贴板，可直接粘贴到聊天窗口。</translation>
    </message>
    <message>
      <source>A picture marked for review is on the clipboard; paste it into a chat.</source>
      <translation>送审图片已放入剪贴板，可直接粘贴到聊天窗口。</translation>
    </message>
    <message>
      <source>The pictures could not be written; free some space and copy again.</source>
      <translation>图片无法写入磁盘，请腾出空间后重新复制。</translation>
    </message>
  </context>
  <context>
    <name>PreviewPane</name>
    <message>
      <source>Nothing to preview</source>
      <translation>没有可预览的内容</translation>
    </message>
    <message>
      <source>Open an article; its page is shown here while you write.</source>
      <translation>打开一篇稿件，边写边在这里看到成品页面。</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>手机</translation>
    </message>
    <message>
      <source>Desktop</source>
      <translation>桌面</translation>
    </message>
    <message>
      <source>Print</source>
      <translation>打印</translation>
    </message>
    <message>
      <source>Preview: {what}</source>
      <translation>预览：{what}</translation>
    </message>
    <message>
      <source>Back to the text (Esc)</source>
      <translation>返回稿件（Esc）</translation>
    </message>
    <message>
      <source>Larger, in the middle of the window</source>
      <translation>在窗口中部放大</translation>
    </message>
    <message>
      <source>{n} pages</source>
      <translation>{n} 页</translation>
    </message>
  </context>
  <context>
    <name>ProofsAtWork</name>
    <message>
      <source>Checks</source>
      <translation>校对</translation>
    </message>
  </context>
  <context>
    <name>ProofsPanel</name>
    <message>
      <source>Findings</source>
      <translation>校对结果</translation>
    </message>
    <message>
      <source>Nothing found</source>
      <translation>没有发现问题</translation>
    </message>
    <message>
      <source>The checks have nothing to say about this text.</source>
      <translation>校对规则在这篇稿件中没有发现问题。</translation>
    </message>
    <message>
      <source>Fix</source>
      <translation>改正</translation>
    </message>
    <message>
      <source>Ignore here</source>
      <translation>此处不改</translation>
    </message>
    <message>
      <source>In this article</source>
      <translation>本稿都不改</translation>
    </message>
    <message>
      <source>In this newsroom</source>
      <translation>本社都不改</translation>
    </message>
    <message>
      <source>{n} to look at</source>
      <translation>{n} 处待处理</translation>
    </message>
    <message>
      <source>{errors} errors · {rest} hints</source>
      <translation>错误 {errors} · 提示 {rest}</translation>
    </message>
  </context>
  <context>
    <name>QueueAtWork</name>
    <message>
      <source>Nothing waits here.</source>
      <translation>这里没有待处理的稿件。</translation>
    </message>
    <message>
      <source>All done: {n} judged.</source>
      <translation>全部处理完毕，共 {n} 篇。</translation>
    </message>
  </context>
  <context>
    <name>QueueStrip</name>
    <message>
      <source>Previous article of the list</source>
      <translation>上一篇</translation>
    </message>
    <message>
      <source>Next article of the list</source>
      <translation>下一篇</translation>
    </message>
    <message>
      <source>Stop going through the list</source>
      <translation>不再逐篇审读</translation>
    </message>
    <message>
      <source>{left} to go, {done} done</source>
      <translation>还有 {left} 篇，已办 {done} 篇</translation>
    </message>
  </context>
  <context>
    <name>QuietLine</name>
    <message>
      <source>Close this line</source>
      <translation>关闭提示</translation>
    </message>
  </context>
  <context>
    <name>QuietOffers</name>
    <message>
      <source>This paragraph has {n} characters: hard to read on a phone.</source>
      <translation>本段 {n} 字，手机上不易读。</translation>
    </message>
    <message>
      <source>Split behind sentences</source>
      <translation>在句末分段</translation>
    </message>
    <message>
      <source>{n} pictures were not on the clipboard; their places are marked. Drop the files there.</source>
      <translation>有 {n} 张图片不在剪贴板里，已留出位置，请把图片文件拖进来。</translation>
    </message>
    <message>
      <source>The pasted text had tracked changes; it stands there with all of them accepted.</source>
      <translation>粘贴的文字带有修订，现按全部接受修订粘贴。</translation>
    </message>
    <message>
      <source>Take the text before the changes</source>
      <translation>改用修订前的文字</translation>
    </message>
  </context>
  <context>
    <name>Rail</name>
    <message>
      <source>To confirm</source>
      <translation>需要确认</translation>
    </message>
    <message>
      <source>Places to confirm</source>
      <translation>需要确认的地方</translation>
    </message>
    <message>
      <source>Word that is always written so</source>
      <translation>本社一律这样写的词</translation>
    </message>
    <message>
      <source>{done}/{all} confirmed</source>
      <translation>{done}/{all} 已确认</translation>
    </message>
    <message>
      <source>No new place to confirm; what you decided before was kept.</source>
      <translation>没有新的地方要确认，以前的选择都已保留。</translation>
    </message>
    <message>
      <source>Nothing to confirm: words decide every place.</source>
      <translation>没有要确认的地方，每一处都由词语定字。</translation>
    </message>
    <message>
      <source>Tinted: character by character</source>
      <translation>着色：逐字转换</translation>
    </message>
    <message>
      <source>pale: by word</source>
      <translation>浅黄：由词定字</translation>
    </message>
    <message>
      <source>to confirm</source>
      <translation>需要确认</translation>
    </message>
    <message>
      <source>Damage and repairs</source>
      <translation>损坏与修复</translation>
    </message>
    <message>
      <source>Places of damage</source>
      <translation>损坏之处</translation>
    </message>
    <message>
      <source>No damage was found in the text.</source>
      <translation>文中没有发现损坏。</translation>
    </message>
    <message>
      <source>Not in the text</source>
      <translation>未进正文的内容</translation>
    </message>
    <message>
      <source>What is not in the text</source>
      <translation>未进正文的内容</translation>
    </message>
    <message>
      <source>Not carried over: {lines}</source>
      <translation>未带入：{lines}</translation>
    </message>
    <message>
      <source>Kept elsewhere: {lines}</source>
      <translation>另行保留：{lines}</translation>
    </message>
    <message>
      <source>{n} mended</source>
      <translation>已修复 {n} 处</translation>
    </message>
    <message>
      <source>{n} to decide</source>
      <translation>待定 {n} 处</translation>
    </message>
    <message>
      <source>{n} left</source>
      <translation>未改 {n} 处</translation>
    </message>
  </context>
  <context>
    <name>Reasons</name>
    <message>
      <source>Reasons</source>
      <translation>原因</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>指令</translation>
    </message>
    <message>
      <source>Order, if there is one: who, by which paper or call</source>
      <translation>指令（可后补）：何人、哪份文件或来电</translation>
    </message>
    <message>
      <source>&amp;Public notice in its place</source>
      <translation>公告撤稿：原处保留撤稿公告(&amp;P)</translation>
    </message>
    <message>
      <source>A figure or Enter does it; the reason may be written here or added later. Esc: not after all.</source>
      <translation>按数字键或回车即撤稿；原因可写在上面，也可事后补写。Esc：不撤了。</translation>
    </message>
    <message>
      <source>A figure chooses and returns it; or write the reason and press Enter. Esc: not after all.</source>
      <translation>按数字键即退回；也可以直接写原因，按 Enter 退回。Esc 取消。</translation>
    </message>
    <message>
      <source>Write the reason and press Enter. Esc: not after all.</source>
      <translation>写下原因，按 Enter 确定。Esc 取消。</translation>
    </message>
    <message>
      <source>0  goes back to: {who}</source>
      <translation>0  退给：{who}</translation>
    </message>
  </context>
  <context>
    <name>Receipts</name>
    <message>
      <source>sent</source>
      <translation>已发送</translation>
    </message>
    <message>
      <source>taken down</source>
      <translation>已下线</translation>
    </message>
    <message>
      <source>published by hand, adopted</source>
      <translation>人工发布，已认领</translation>
    </message>
    <message>
      <source>looked as a visitor</source>
      <translation>以访客身份查看</translation>
    </message>
    <message>
      <source>in an emergency pack</source>
      <translation>写入应急稿包</translation>
    </message>
    <message>
      <source>published by hand</source>
      <translation>人工发布</translation>
    </message>
    <message>
      <source>taken down by hand</source>
      <translation>人工下线</translation>
    </message>
  </context>
  <context>
    <name>ReceiptsDialog</name>
    <message>
      <source>Receipts</source>
      <translation>回执</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>发布处</translation>
    </message>
    <message>
      <source>What</source>
      <translation>事项</translation>
    </message>
    <message>
      <source>By</source>
      <translation>签名人</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>版次</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>网址</translation>
    </message>
    <message>
      <source>The chosen receipt, whole</source>
      <translation>所选回执全文</translation>
    </message>
    <message>
      <source>No receipt yet</source>
      <translation>还没有回执</translation>
    </message>
    <message>
      <source>What is published, adopted or taken down stands here.</source>
      <translation>发布、认领、下线的记录都在这里。</translation>
    </message>
    <message>
      <source>Open the page</source>
      <translation>打开网页</translation>
    </message>
    <message>
      <source>Screenshot</source>
      <translation>截图</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>version {n}</source>
      <translation>第{n}版</translation>
    </message>
    <message>
      <source>Signed by {name}, {time}</source>
      <translation>{name} 签名，{time}</translation>
    </message>
    <message>
      <source>Stands there otherwise: {fields}</source>
      <translation>与签发稿不一致：{fields}</translation>
    </message>
    <message>
      <source>Everything stands there as it was sent.</source>
      <translation>内容与发送的完全一致。</translation>
    </message>
    <message>
      <source>A visitor got {status} at {address}, {time}</source>
      <translation>{time} 访客查看 {address}：{status}</translation>
    </message>
    <message>
      <source>the text is kept here</source>
      <translation>原文存于本机</translation>
    </message>
    <message>
      <source>the text is kept on another computer</source>
      <translation>原文存于另一台计算机</translation>
    </message>
    <message>
      <source>Entry {entry}</source>
      <translation>记录 {entry}</translation>
    </message>
  </context>
  <context>
    <name>RecordDelegate</name>
    <message>
      <source>“{words}”</source>
      <translation>“{words}”</translation>
    </message>
  </context>
  <context>
    <name>Recovery</name>
    <message>
      <source>The journal was damaged: the last changes before that may be missing.</source>
      <translation>本机日志有损坏，最后几处改动可能缺失，请核对。</translation>
    </message>
    <message>
      <source>The library has another text of this article, written elsewhere. Nothing is written over it until you choose; the other text stays in the history either way.</source>
      <translation>稿库里这篇稿件另有一份在别处写的文字。您选定之前不会覆盖它；无论用哪一份，另一份都留在历史版本里。</translation>
    </message>
    <message>
      <source>“{headline}” was recovered as well.</source>
      <translation>另外恢复了《{headline}》。</translation>
    </message>
    <message>
      <source>{n} other articles were recovered as well.</source>
      <translation>另外恢复了 {n} 篇稿件。</translation>
    </message>
    <message>
      <source>“{headline}” has a newer text in the library; what was recovered is in its history.</source>
      <translation>《{headline}》在稿库里已有更新的文字，恢复出来的一份存入它的历史版本。</translation>
    </message>
    <message>
      <source>“{headline}” could not go into the library last time; it is as it was when you closed it.</source>
      <translation>《{headline}》上次没能入库，现在与您关闭时一样。</translation>
    </message>
    <message>
      <source>The program did not end in order. “{headline}” is as it was, with {n} characters not saved before.</source>
      <translation>程序上次没有正常退出。《{headline}》已恢复原样，含尚未入库的 {n} 字。</translation>
    </message>
    <message>
      <source>The program did not end in order. “{headline}” is as it was, with the last changes.</source>
      <translation>程序上次没有正常退出。《{headline}》已恢复原样，含最后的改动。</translation>
    </message>
    <message>
      <source>(no headline)</source>
      <translation>无标题</translation>
    </message>
    <message>
      <source>Not saved anywhere</source>
      <translation>文字没有保存</translation>
    </message>
    <message>
      <source>The disk refuses the text of this article: it stands in this window and nowhere else.</source>
      <translation>磁盘拒绝写入，这篇稿件的文字目前只在这个窗口里。</translation>
    </message>
    <message>
      <source>Save a copy elsewhere…</source>
      <translation>另存一份…</translation>
    </message>
    <message>
      <source>Close and lose it</source>
      <translation>放弃并关闭</translation>
    </message>
    <message>
      <source>Go on writing</source>
      <translation>继续编辑</translation>
    </message>
  </context>
  <context>
    <name>RecoveryLine</name>
    <message>
      <source>Look at the history</source>
      <translation>查看历史版本</translation>
    </message>
    <message>
      <source>Keep what lies on the desk</source>
      <translation>用恢复的稿子</translation>
    </message>
    <message>
      <source>Show what the library has</source>
      <translation>用稿库里的稿子</translation>
    </message>
    <message>
      <source>Close this line</source>
      <translation>关闭提示</translation>
    </message>
    <message numerus="yes">
      <source>%n other article(s) are open as before: {keys}.</source>
      <translation>
        <numerusform>另有 %n 篇照旧打开，按 {keys} 切换。</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ReleaseDialog</name>
    <message>
      <source>What waits for the ticked targets goes on; what was taken back there goes again.</source>
      <translation>勾选目标的等待稿件继续发送；收回的定时稿件重新送出。</translation>
    </message>
    <message>
      <source>Release what is held back</source>
      <translation>解除暂缓</translation>
    </message>
    <message>
      <source>Targets</source>
      <translation>发布目标</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Release</source>
      <translation>解除</translation>
    </message>
  </context>
  <context>
    <name>RemarksAtWork</name>
    <message>
      <source>{name} on “{words}”: {text}</source>
      <translation>{name} 批注“{words}”：{text}</translation>
    </message>
    <message>
      <source>Show the record</source>
      <translation>查看审签记录</translation>
    </message>
    <message>
      <source>Select words of one paragraph to remark on them.</source>
      <translation>请选中同一段里的文字再批注。</translation>
    </message>
    <message>
      <source>Remark</source>
      <translation>批注</translation>
    </message>
    <message>
      <source>What is to be said of “{words}”?</source>
      <translation>对“{words}”的批注：</translation>
    </message>
  </context>
  <context>
    <name>ReportView</name>
    <message>
      <source>Intake report</source>
      <translation>导入报告</translation>
    </message>
    <message>
      <source>Original and article</source>
      <translation>原件与稿件</translation>
    </message>
    <message>
      <source>Save the original…</source>
      <translation>保存原件…</translation>
    </message>
    <message>
      <source>Back to the text</source>
      <translation>返回正文</translation>
    </message>
    <message>
      <source>Original as it came</source>
      <translation>原件</translation>
    </message>
    <message>
      <source>Article</source>
      <translation>稿件</translation>
    </message>
    <message>
      <source>This text is not written on now, so nothing can be decided · J/K  next, previous · Esc  text</source>
      <translation>本稿现在不能改动，只供查看 · J/K  下一处、上一处 · Esc  返回正文</translation>
    </message>
    <message>
      <source>Enter  accept · 1–9  choose · R  put back · A  all of this rule · J/K  next, previous · Esc  text</source>
      <translation>Enter  采用 · 1–9  选字 · R  退回原样 · A  同类全部采用 · J/K  下一处、上一处 · Esc  返回正文</translation>
    </message>
  </context>
  <context>
    <name>Reporting</name>
    <message>
      <source>Only repairs were decided: the text still counts as entered.</source>
      <translation>只取舍了修复之处，本稿仍计为代录。</translation>
    </message>
    <message>
      <source>Save the original</source>
      <translation>保存原件</translation>
    </message>
    <message>
      <source>The original was saved as {file}.</source>
      <translation>原件已保存为 {file}。</translation>
    </message>
  </context>
  <context>
    <name>ResultsModel</name>
    <message>
      <source>{n} mended</source>
      <translation>已修复 {n} 处</translation>
    </message>
    <message>
      <source>{n} to decide</source>
      <translation>待定 {n} 处</translation>
    </message>
    <message>
      <source>not in the text: {lines}</source>
      <translation>未带入：{lines}</translation>
    </message>
    <message>
      <source>nothing to mend</source>
      <translation>没有需要修复的地方</translation>
    </message>
  </context>
  <context>
    <name>ResultsView</name>
    <message>
      <source>Imported files</source>
      <translation>导入的文件</translation>
    </message>
    <message>
      <source>Enter  open · I  intake report · J/K  next, previous · Esc  back</source>
      <translation>Enter  打开 · I  导入报告 · J/K  下一篇、上一篇 · Esc  返回</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>完成</translation>
    </message>
    <message>
      <source>Imported</source>
      <translation>导入完成</translation>
    </message>
    <message>
      <source>{n} articles</source>
      <translation>{n} 篇已入库</translation>
    </message>
    <message>
      <source>{n} files not taken in</source>
      <translation>{n} 个文件未能导入</translation>
    </message>
  </context>
  <context>
    <name>Review</name>
    <message>
      <source>Own report</source>
      <translation>自采</translation>
    </message>
    <message>
      <source>First publication</source>
      <translation>首发</translation>
    </message>
    <message>
      <source>Reprint</source>
      <translation>转载</translation>
    </message>
    <message>
      <source>Wire copy</source>
      <translation>通稿</translation>
    </message>
    <message>
      <source>News</source>
      <translation>消息</translation>
    </message>
    <message>
      <source>Feature</source>
      <translation>通讯</translation>
    </message>
    <message>
      <source>Commentary</source>
      <translation>评论</translation>
    </message>
    <message>
      <source>Interview</source>
      <translation>访谈</translation>
    </message>
    <message>
      <source>Notice</source>
      <translation>公告</translation>
    </message>
    <message>
      <source>Picture story</source>
      <translation>图片报道</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>其他</translation>
    </message>
    <message>
      <source>… {n} paragraphs unchanged …</source>
      <translation>… {n} 段未改 …</translation>
    </message>
    <message>
      <source>Split into {n} paragraphs</source>
      <translation>拆为 {n} 段</translation>
    </message>
    <message>
      <source>{n} paragraphs joined</source>
      <translation>{n} 段合为一段</translation>
    </message>
    <message>
      <source>{old} → {new}</source>
      <translation>{old} → {new}</translation>
    </message>
    <message>
      <source>Formatting changed</source>
      <translation>格式有改动</translation>
    </message>
    <message>
      <source>Moved here (was paragraph {n})</source>
      <translation>移到此处（原第 {n} 段）</translation>
    </message>
    <message>
      <source>Moved away (is paragraph {n} now)</source>
      <translation>已移走（现第 {n} 段）</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>正文</translation>
    </message>
    <message>
      <source>Heading 2</source>
      <translation>小标题</translation>
    </message>
    <message>
      <source>Heading 3</source>
      <translation>三级标题</translation>
    </message>
    <message>
      <source>Quote</source>
      <translation>引文</translation>
    </message>
    <message>
      <source>List</source>
      <translation>列表</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>表格</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>图片</translation>
    </message>
    <message>
      <source>Footnote</source>
      <translation>脚注</translation>
    </message>
    <message>
      <source>Rule</source>
      <translation>分隔线</translation>
    </message>
    <message>
      <source>Written by a newer version of the program.</source>
      <translation>由较新版本的程序写入。</translation>
    </message>
    <message>
      <source>Somebody unknown here</source>
      <translation>此处不认识的人</translation>
    </message>
    <message>
      <source>, </source>
      <translation>、</translation>
    </message>
    <message>
      <source>Does not count: {why}</source>
      <translation>不计入：{why}</translation>
    </message>
    <message>
      <source>Still to be counterchecked by somebody else</source>
      <translation>待他人核红</translation>
    </message>
    <message>
      <source>to submit it</source>
      <translation>提交</translation>
    </message>
    <message>
      <source>to countercheck</source>
      <translation>核红</translation>
    </message>
    <message>
      <source>to reopen it</source>
      <translation>重新启用</translation>
    </message>
    <message>
      <source>to publish it</source>
      <translation>发布</translation>
    </message>
    <message>
      <source>Waiting for {names}</source>
      <translation>待 {names}</translation>
    </message>
    <message>
      <source>since {when}</source>
      <translation>{when} 起</translation>
    </message>
    <message>
      <source>Nobody in the newsroom may do this for this article.</source>
      <translation>编辑部里没有人可以办这一步，请管理员安排。</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>待</translation>
    </message>
    <message>
      <source>change {n} of {all}</source>
      <translation>第 {n} 处，共 {all} 处</translation>
    </message>
    <message>
      <source>taken out: {text}</source>
      <translation>删去“{text}”</translation>
    </message>
    <message>
      <source>put in: {text}</source>
      <translation>加入“{text}”</translation>
    </message>
    <message>
      <source>confirmed</source>
      <translation>已核对</translation>
    </message>
    <message>
      <source>Space  confirm and next · Backspace  take back · F7 / Shift+F7  change · F2  correct · Esc  back</source>
      <translation>空格  核对无误，下一处 · 退格  取消 · F7 / Shift+F7  下一处、上一处 · F2  改稿 · Esc  返回</translation>
    </message>
    <message>
      <source>F7 / Shift+F7  next, previous change · Enter  unfold · F2  correct · V  side by side · Esc  back</source>
      <translation>F7 / Shift+F7  下一处、上一处 · Enter  展开 · F2  改稿 · V  并排 · Esc  返回</translation>
    </message>
    <message>
      <source>First review</source>
      <translation>初审</translation>
    </message>
    <message>
      <source>Second review</source>
      <translation>复审</translation>
    </message>
    <message>
      <source>Final review</source>
      <translation>终审</translation>
    </message>
    <message>
      <source>Draft</source>
      <translation>草稿</translation>
    </message>
    <message>
      <source>Final sign-off</source>
      <translation>终审签发</translation>
    </message>
    <message>
      <source>Published</source>
      <translation>已发布</translation>
    </message>
    <message>
      <source>Submit for review</source>
      <translation>提交初审</translation>
    </message>
    <message>
      <source>Return</source>
      <translation>退回</translation>
    </message>
    <message>
      <source>Countercheck</source>
      <translation>核红</translation>
    </message>
    <message>
      <source>Hold</source>
      <translation>待用</translation>
    </message>
    <message>
      <source>Do not use</source>
      <translation>不采用</translation>
    </message>
    <message>
      <source>Reopen</source>
      <translation>重新开放</translation>
    </message>
    <message>
      <source>Recall</source>
      <translation>撤回</translation>
    </message>
    <message>
      <source>Take</source>
      <translation>认领</translation>
    </message>
    <message>
      <source>Remark</source>
      <translation>批注</translation>
    </message>
    <message>
      <source>Correct…</source>
      <translation>更正…</translation>
    </message>
    <message>
      <source>Withdraw</source>
      <translation>撤稿</translation>
    </message>
    <message>
      <source>Publish</source>
      <translation>发布</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>改稿</translation>
    </message>
    <message>
      <source>Pass first review</source>
      <translation>通过初审</translation>
    </message>
    <message>
      <source>Pass second review</source>
      <translation>通过复审</translation>
    </message>
    <message>
      <source>Pass and sign off</source>
      <translation>终审签发</translation>
    </message>
    <message>
      <source>Pass</source>
      <translation>通过</translation>
    </message>
    <message>
      <source>Pass to {level}</source>
      <translation>通过并送{level}</translation>
    </message>
    <message>
      <source>Facts to be verified</source>
      <translation>事实待核</translation>
    </message>
    <message>
      <source>Orientation</source>
      <translation>导向问题</translation>
    </message>
    <message>
      <source>Essentials missing</source>
      <translation>要素不全</translation>
    </message>
    <message>
      <source>Errors in the text</source>
      <translation>文字差错</translation>
    </message>
    <message>
      <source>Pictures</source>
      <translation>图片问题</translation>
    </message>
    <message>
      <source>Source unclear</source>
      <translation>来源不明</translation>
    </message>
    <message>
      <source>Duplicate</source>
      <translation>重复发稿</translation>
    </message>
    <message>
      <source>Talked about on the phone</source>
      <translation>已电话沟通</translation>
    </message>
    <message>
      <source>Facts are wrong</source>
      <translation>事实有误</translation>
    </message>
    <message>
      <source>By order</source>
      <translation>按指令撤稿</translation>
    </message>
    <message>
      <source>Rights or privacy</source>
      <translation>侵权或涉隐私</translation>
    </message>
    <message>
      <source>Published twice</source>
      <translation>重复发稿</translation>
    </message>
    <message>
      <source>Other reason</source>
      <translation>其他原因</translation>
    </message>
    <message>
      <source>Author</source>
      <translation>作者</translation>
    </message>
    <message>
      <source>Editor in charge</source>
      <translation>责编</translation>
    </message>
    <message>
      <source>Level before</source>
      <translation>上一级</translation>
    </message>
    <message>
      <source>website</source>
      <translation>网站</translation>
    </message>
    <message>
      <source>app</source>
      <translation>App</translation>
    </message>
    <message>
      <source>WeChat</source>
      <translation>微信</translation>
    </message>
    <message>
      <source>newspaper</source>
      <translation>报纸</translation>
    </message>
    <message>
      <source>{outlet}: {field}</source>
      <translation>{outlet}·{field}</translation>
    </message>
    <message>
      <source>Genre</source>
      <translation>体裁</translation>
    </message>
    <message>
      <source>Kicker</source>
      <translation>引题</translation>
    </message>
    <message>
      <source>Headline</source>
      <translation>主题</translation>
    </message>
    <message>
      <source>Subheadline</source>
      <translation>副题</translation>
    </message>
    <message>
      <source>Byline</source>
      <translation>作者</translation>
    </message>
    <message>
      <source>Editor</source>
      <translation>编辑</translation>
    </message>
    <message>
      <source>Responsible editor</source>
      <translation>责编</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>来源</translation>
    </message>
    <message>
      <source>Column</source>
      <translation>栏目</translation>
    </message>
    <message>
      <source>Dateline</source>
      <translation>电头</translation>
    </message>
    <message>
      <source>Keywords</source>
      <translation>关键词</translation>
    </message>
    <message>
      <source>Summary</source>
      <translation>摘要</translation>
    </message>
    <message>
      <source>Origin</source>
      <translation>稿源性质</translation>
    </message>
    <message>
      <source>Original page</source>
      <translation>原网页</translation>
    </message>
    <message>
      <source>First published</source>
      <translation>首发时间</translation>
    </message>
    <message>
      <source>Original headline</source>
      <translation>原标题</translation>
    </message>
    <message>
      <source>Original authors</source>
      <translation>原作者</translation>
    </message>
    <message>
      <source>Credits of the page</source>
      <translation>原页署名</translation>
    </message>
    <message>
      <source>Deadline</source>
      <translation>截稿</translation>
    </message>
    <message>
      <source>Publish at</source>
      <translation>拟发</translation>
    </message>
    <message>
      <source>Embargo</source>
      <translation>禁发至</translation>
    </message>
    <message>
      <source>Contact</source>
      <translation>联系人</translation>
    </message>
    <message>
      <source>Planned length</source>
      <translation>计划字数</translation>
    </message>
    <message>
      <source>Correction notes</source>
      <translation>更正说明</translation>
    </message>
    <message>
      <source>Corrects</source>
      <translation>所更正的报道</translation>
    </message>
    <message>
      <source>Cover</source>
      <translation>封面图</translation>
    </message>
    <message>
      <source>Credit</source>
      <translation>摄影</translation>
    </message>
    <message>
      <source>Description</source>
      <translation>图片描述</translation>
    </message>
    <message>
      <source>MMM d, HH:mm</source>
      <translation>M月d日 HH:mm</translation>
    </message>
    <message>
      <source>MMM d, yyyy, HH:mm</source>
      <translation>yyyy年M月d日 HH:mm</translation>
    </message>
    <message>
      <source>version {n}</source>
      <translation>第 {n} 版</translation>
    </message>
    <message>
      <source>{amount} characters</source>
      <translation>{amount} 字</translation>
    </message>
    <message>
      <source>{n} pictures changed</source>
      <translation>图片改动 {n} 处</translation>
    </message>
    <message>
      <source>{names} and others ({count})</source>
      <translation>{names}等 {count} 人</translation>
    </message>
    <message>
      <source>Version {n}, as you read it before ↔ now</source>
      <translation>上次看过的第 {n} 版 ↔ 现在</translation>
    </message>
    <message>
      <source>Version {n}, as it was returned ↔ now</source>
      <translation>退改时的第 {n} 版 ↔ 现在</translation>
    </message>
    <message>
      <source>Source text (version {n}) ↔ this variant</source>
      <translation>源稿第 {n} 版 ↔ 本文种</translation>
    </message>
    <message>
      <source>Nobody has read this yet: read all of it</source>
      <translation>此前无人审过，请通读全文</translation>
    </message>
    <message>
      <source>Version {n} ↔ now</source>
      <translation>第 {n} 版 ↔ 现在</translation>
    </message>
    <message>
      <source>Version {n}, passed in first review ↔ now</source>
      <translation>初审通过的第 {n} 版 ↔ 现在</translation>
    </message>
    <message>
      <source>Version {n}, passed in second review ↔ now</source>
      <translation>复审通过的第 {n} 版 ↔ 现在</translation>
    </message>
    <message>
      <source>Version {n}, as it was passed ↔ now</source>
      <translation>上一级通过的第 {n} 版 ↔ 现在</translation>
    </message>
    <message>
      <source>Slip only</source>
      <translation>仅改稿签</translation>
    </message>
    <message>
      <source>Captions only</source>
      <translation>仅改图说</translation>
    </message>
    <message>
      <source>Formatting only</source>
      <translation>仅改格式</translation>
    </message>
    <message>
      <source>recalled it</source>
      <translation>撤回</translation>
    </message>
    <message>
      <source>took it</source>
      <translation>认领</translation>
    </message>
    <message>
      <source>put it on hold</source>
      <translation>转为待用</translation>
    </message>
    <message>
      <source>decided not to use it</source>
      <translation>不采用</translation>
    </message>
    <message>
      <source>reopened it</source>
      <translation>重新启用</translation>
    </message>
    <message>
      <source>withdrew it</source>
      <translation>撤稿</translation>
    </message>
    <message>
      <source>counterchecked the changes</source>
      <translation>核红</translation>
    </message>
    <message>
      <source>remarked</source>
      <translation>批注</translation>
    </message>
    <message>
      <source>Notice of correction</source>
      <translation>更正启事</translation>
    </message>
    <message>
      <source>Note at the end</source>
      <translation>文末更正说明</translation>
    </message>
    <message>
      <source>Silent correction</source>
      <translation>静默订正</translation>
    </message>
    <message>
      <source>no form given</source>
      <translation>未写明方式</translation>
    </message>
    <message>
      <source>An article of its own; it and the corrected article link to each other.</source>
      <translation>另发一篇启事，与被更正的报道互相链接。</translation>
    </message>
    <message>
      <source>A dated note under the corrected article, part of what is signed.</source>
      <translation>在报道文末写明日期和更正内容，随稿签发。</translation>
    </message>
    <message>
      <source>Readers are told nothing; signed and kept in the record. Takes the last level.</source>
      <translation>不告知读者，照常签发并留存记录；须由终审决定。</translation>
    </message>
    <message>
      <source>Correction {n}</source>
      <translation>更正第 {n} 次</translation>
    </message>
    <message>
      <source>correction {n}: {form}</source>
      <translation>定为第 {n} 次更正：{form}</translation>
    </message>
    <message>
      <source>published</source>
      <translation>已发布</translation>
    </message>
    <message>
      <source>published to {where}</source>
      <translation>已发布到{where}</translation>
    </message>
    <message>
      <source>submitted correction {n}</source>
      <translation>提交第 {n} 次更正</translation>
    </message>
    <message>
      <source>submitted again</source>
      <translation>再次提交</translation>
    </message>
    <message>
      <source>submitted</source>
      <translation>提交初审</translation>
    </message>
    <message>
      <source>corrected {n} places</source>
      <translation>审改 {n} 处</translation>
    </message>
    <message>
      <source>entered it for somebody else</source>
      <translation>代录</translation>
    </message>
    <message>
      <source>converted it</source>
      <translation>转换文种</translation>
    </message>
    <message>
      <source>wrote</source>
      <translation>撰稿</translation>
    </message>
    <message>
      <source>passed first review</source>
      <translation>初审通过</translation>
    </message>
    <message>
      <source>passed second review</source>
      <translation>复审通过</translation>
    </message>
    <message>
      <source>signed off</source>
      <translation>终审签发</translation>
    </message>
    <message>
      <source>passed</source>
      <translation>通过</translation>
    </message>
    <message>
      <source>returned it to the editor in charge</source>
      <translation>退给责编</translation>
    </message>
    <message>
      <source>returned it to the level before</source>
      <translation>退给上一级</translation>
    </message>
    <message>
      <source>returned it to the author</source>
      <translation>退给作者</translation>
    </message>
  </context>
  <context>
    <name>ReviewAtWork</name>
    <message>
      <source>Sign-off</source>
      <translation>审签</translation>
    </message>
    <message>
      <source>Return</source>
      <translation>退回</translation>
    </message>
    <message>
      <source>Submit for review</source>
      <translation>提交初审</translation>
    </message>
    <message>
      <source>Countercheck</source>
      <translation>核红</translation>
    </message>
    <message>
      <source>Nothing is written in this article yet. Write a headline and the text, then submit it.</source>
      <translation>这篇稿件还没有写。请先写标题和正文，再提交。</translation>
    </message>
    <message>
      <source>{number}: {state}</source>
      <translation>{number}：{state}</translation>
    </message>
  </context>
  <context>
    <name>ReviewPane</name>
    <message>
      <source>Sign-off record</source>
      <translation>审签记录</translation>
    </message>
    <message>
      <source>No record yet</source>
      <translation>还没有审签记录</translation>
    </message>
    <message>
      <source>It begins when the article is submitted for the first time.</source>
      <translation>稿件第一次提交后，这里开始有记录。</translation>
    </message>
  </context>
  <context>
    <name>Rule</name>
    <message>
      <source>Source of a reprint</source>
      <translation>转载来源</translation>
    </message>
    <message>
      <source>Byline and slip</source>
      <translation>署名与稿签</translation>
    </message>
    <message>
      <source>Missing in the slip</source>
      <translation>稿签缺项</translation>
    </message>
    <message>
      <source>Time and place</source>
      <translation>时间地点</translation>
    </message>
    <message>
      <source>Half-width mark</source>
      <translation>半角标点</translation>
    </message>
    <message>
      <source>Brackets</source>
      <translation>括号</translation>
    </message>
    <message>
      <source>Full stop</source>
      <translation>句号</translation>
    </message>
    <message>
      <source>Full-width characters</source>
      <translation>全角字符</translation>
    </message>
    <message>
      <source>Doubled mark</source>
      <translation>标点重复</translation>
    </message>
    <message>
      <source>Straight quotation marks</source>
      <translation>直引号</translation>
    </message>
    <message>
      <source>Unpaired quotation mark</source>
      <translation>引号不成对</translation>
    </message>
    <message>
      <source>Quotation in a quotation</source>
      <translation>引号套用</translation>
    </message>
    <message>
      <source>Unpaired bracket</source>
      <translation>括号不成对</translation>
    </message>
    <message>
      <source>Ellipsis</source>
      <translation>省略号</translation>
    </message>
    <message>
      <source>Ellipsis and 等</source>
      <translation>省略号与“等”</translation>
    </message>
    <message>
      <source>Dash</source>
      <translation>破折号</translation>
    </message>
    <message>
      <source>Range</source>
      <translation>起止号</translation>
    </message>
    <message>
      <source>Range of numbers</source>
      <translation>数值范围</translation>
    </message>
    <message>
      <source>Comma between quotations</source>
      <translation>引号间顿号</translation>
    </message>
    <message>
      <source>About a number</source>
      <translation>概数</translation>
    </message>
    <message>
      <source>Needless comma</source>
      <translation>多余顿号</translation>
    </message>
    <message>
      <source>Two colons</source>
      <translation>两个冒号</translation>
    </message>
    <message>
      <source>Stop and quotation mark</source>
      <translation>句号与引号</translation>
    </message>
    <message>
      <source>Doubled stop</source>
      <translation>句号重复</translation>
    </message>
    <message>
      <source>Question mark</source>
      <translation>问号</translation>
    </message>
    <message>
      <source>Title marks</source>
      <translation>书名号</translation>
    </message>
    <message>
      <source>Title in a title</source>
      <translation>书名号套用</translation>
    </message>
    <message>
      <source>Interpunct</source>
      <translation>间隔号</translation>
    </message>
    <message>
      <source>Blank in Chinese text</source>
      <translation>汉字间空格</translation>
    </message>
    <message>
      <source>Blanks beside Latin</source>
      <translation>中西文间空格</translation>
    </message>
    <message>
      <source>No final stop</source>
      <translation>段末无标点</translation>
    </message>
    <message>
      <source>Mark after the headline</source>
      <translation>题末标点</translation>
    </message>
    <message>
      <source>Marks of the other region</source>
      <translation>他地标点</translation>
    </message>
    <message>
      <source>Placeholder</source>
      <translation>占位符</translation>
    </message>
    <message>
      <source>Leftover pinyin</source>
      <translation>拼音残留</translation>
    </message>
    <message>
      <source>Damaged characters</source>
      <translation>乱码</translation>
    </message>
    <message>
      <source>Leftover of the page</source>
      <translation>网页残留</translation>
    </message>
    <message>
      <source>Leftover markup</source>
      <translation>标签残留</translation>
    </message>
    <message>
      <source>Invisible characters</source>
      <translation>不可见字符</translation>
    </message>
    <message>
      <source>Mixed scripts</source>
      <translation>繁简混用</translation>
    </message>
    <message>
      <source>Converted wrongly</source>
      <translation>繁简误转</translation>
    </message>
    <message>
      <source>Word of another region</source>
      <translation>他地用词</translation>
    </message>
  </context>
  <context>
    <name>RulesDialog</name>
    <message>
      <source>Rules of review</source>
      <translation>审稿规则</translation>
    </message>
    <message>
      <source>Whoever wrote in an article signs no level of it</source>
      <translation>凡参与撰稿者，不得签该稿任何一级</translation>
    </message>
    <message>
      <source>Change the rules</source>
      <translation>更改规则</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Three levels: first, second, final review</source>
      <translation>三级：初审、复审、终审签发</translation>
    </message>
    <message>
      <source>Two levels: first and final review</source>
      <translation>两级：初审、终审签发</translation>
    </message>
    <message>
      <source>Levels of review</source>
      <translation>审级</translation>
    </message>
    <message>
      <source>Share of the characters that a reviewer may change alone</source>
      <translation>审稿人可独自改动的字数比例</translation>
    </message>
    <message>
      <source>Levels</source>
      <translation>审级</translation>
    </message>
    <message>
      <source>Changed in review</source>
      <translation>审改</translation>
    </message>
    <message>
      <source>Corrections</source>
      <translation>更正默认形式</translation>
    </message>
    <message>
      <source>of the characters a reviewer may change alone; more, and the levels below read it again</source>
      <translation>以内由审稿人直接改；超过则下级重新审读</translation>
    </message>
    <message>
      <source>They hold for all columns, for articles that are submitted from now on.</source>
      <translation>适用于全部栏目，从此刻起提交的稿件开始执行。</translation>
    </message>
    <message>
      <source>These columns have rules of their own and keep them: {columns}</source>
      <translation>以下栏目另有规则，不受影响：{columns}</translation>
    </message>
    <message>
      <source>Only an administrator changes the rules.</source>
      <translation>只有管理员可以更改规则。</translation>
    </message>
  </context>
  <context>
    <name>ScreenshotField</name>
    <message>
      <source>Choose a picture…</source>
      <translation>选择图片…</translation>
    </message>
    <message>
      <source>From the clipboard</source>
      <translation>从剪贴板粘贴</translation>
    </message>
    <message>
      <source>none yet</source>
      <translation>尚无</translation>
    </message>
    <message>
      <source>Pictures (*.png *.jpg *.jpeg *.webp *.gif)</source>
      <translation>图片 (*.png *.jpg *.jpeg *.webp *.gif)</translation>
    </message>
    <message>
      <source>Screenshot</source>
      <translation>截图</translation>
    </message>
    <message>
      <source>There is no picture in the clipboard.</source>
      <translation>剪贴板中没有图片。</translation>
    </message>
  </context>
  <context>
    <name>SearchesAtWork</name>
    <message>
      <source>Save this search</source>
      <translation>存为常用搜索</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名称</translation>
    </message>
  </context>
  <context>
    <name>SendTrouble</name>
    <message>
      <source>Enter pass phrase…</source>
      <translation>输入口令…</translation>
    </message>
    <message>
      <source>Targets…</source>
      <translation>发布目标…</translation>
    </message>
    <message>
      <source>Publishing queue</source>
      <translation>发布队列</translation>
    </message>
    <message>
      <source>Put away</source>
      <translation>收起</translation>
    </message>
  </context>
  <context>
    <name>SendTroubles</name>
    <message>
      <source>{name}: {why}</source>
      <translation>{name}：{why}</translation>
    </message>
    <message>
      <source>Pass phrase</source>
      <translation>口令</translation>
    </message>
    <message>
      <source>Pass phrase for keys and passwords</source>
      <translation>签名密钥和目标密码的口令</translation>
    </message>
  </context>
  <context>
    <name>SendingAtWork</name>
    <message>
      <source>Publishing {done}/{total}</source>
      <translation>正在发布 {done}/{total}</translation>
    </message>
    <message>
      <source>{n} published</source>
      <translation>已发布 {n} 篇</translation>
    </message>
    <message>
      <source>{n} taken down</source>
      <translation>已下线 {n} 篇</translation>
    </message>
    <message>
      <source>Stopped: what is on its way ends properly, the rest stays in the queue.</source>
      <translation>已停止：正在发送的会正常结束，其余留在队列里。</translation>
    </message>
  </context>
  <context>
    <name>SlipForm</name>
    <message>
      <source>Byline</source>
      <translation>作者</translation>
    </message>
    <message>
      <source>Editor</source>
      <translation>编辑</translation>
    </message>
    <message>
      <source>Desk editor</source>
      <translation>责编</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>来源</translation>
    </message>
    <message>
      <source>Column</source>
      <translation>栏目</translation>
    </message>
    <message>
      <source>Deadline</source>
      <translation>截稿</translation>
    </message>
    <message>
      <source>Planned length</source>
      <translation>计划字数</translation>
    </message>
    <message>
      <source>Origin</source>
      <translation>稿源性质</translation>
    </message>
    <message>
      <source>Genre</source>
      <translation>体裁</translation>
    </message>
    <message>
      <source>Dateline</source>
      <translation>电头</translation>
    </message>
    <message>
      <source>Publish at</source>
      <translation>拟发</translation>
    </message>
    <message>
      <source>Embargo</source>
      <translation>禁发至</translation>
    </message>
    <message>
      <source>First published</source>
      <translation>首发时间</translation>
    </message>
    <message>
      <source>Keywords</source>
      <translation>关键词</translation>
    </message>
    <message>
      <source>Contact</source>
      <translation>联系人</translation>
    </message>
    <message>
      <source>Summary</source>
      <translation>摘要</translation>
    </message>
    <message>
      <source>Original address</source>
      <translation>原文地址</translation>
    </message>
    <message>
      <source>Original headline</source>
      <translation>原标题</translation>
    </message>
    <message>
      <source>Original authors</source>
      <translation>原作者</translation>
    </message>
    <message>
      <source>This is none of the origins and is not kept; press Down for the list.</source>
      <translation>没有这种来源性质，未采用；按 ↓ 从列表里选。</translation>
    </message>
    <message>
      <source>Not a number of characters, so the text is not measured by it.</source>
      <translation>不是字数，稿件不会按它计算长短。</translation>
    </message>
  </context>
  <context>
    <name>SourceView</name>
    <message>
      <source>Source of the text</source>
      <translation>正文源文</translation>
    </message>
  </context>
  <context>
    <name>SpotsView</name>
    <message>
      <source>Navigation</source>
      <translation>导航</translation>
    </message>
  </context>
  <context>
    <name>StaleBanner</name>
    <message>
      <source>Source changed, convert again</source>
      <translation>源稿已改，待重转</translation>
    </message>
    <message>
      <source>Only changed paragraphs are done again; what you decided stays.</source>
      <translation>只重转改过的段落，以前的选择保留。</translation>
    </message>
    <message>
      <source>Convert again…</source>
      <translation>重新转换……</translation>
    </message>
  </context>
  <context>
    <name>Start</name>
    <message>
      <source>What you typed is on the clipboard: it was meant for an article that is not open any more.</source>
      <translation>刚才键入的文字已放到剪贴板：它本来是写给另一篇稿件的，那篇已不在编辑台上。</translation>
    </message>
  </context>
  <context>
    <name>StartCard</name>
    <message>
      <source>Name, as it is printed</source>
      <translation>姓名，与署名一致</translation>
    </message>
    <message>
      <source>Your name</source>
      <translation>您的姓名</translation>
    </message>
    <message>
      <source>Pass phrase for your signing key</source>
      <translation>签名密钥的口令</translation>
    </message>
    <message>
      <source>Pass phrase</source>
      <translation>口令</translation>
    </message>
    <message>
      <source>Begin</source>
      <translation>开始</translation>
    </message>
    <message>
      <source>Try the sample newsroom</source>
      <translation>用样板编辑部试一试</translation>
    </message>
    <message>
      <source>Not now, just write</source>
      <translation>暂不，先写稿</translation>
    </message>
    <message>
      <source>Welcome to Gaotai</source>
      <translation>欢迎使用稿台</translation>
    </message>
    <message>
      <source>With which name do you sign?</source>
      <translation>您用哪个名字署名签发？</translation>
    </message>
    <message>
      <source>The sample newsroom has a reporter, three reviewers and articles in every state; nothing is sent.</source>
      <translation>样板编辑部有一名记者、三名审稿人和各种状态的稿件，不会向外发送任何内容。</translation>
    </message>
  </context>
  <context>
    <name>State</name>
    <message>
      <source>Draft</source>
      <translation>草稿</translation>
    </message>
    <message>
      <source>For first review</source>
      <translation>待初审</translation>
    </message>
    <message>
      <source>For second review</source>
      <translation>待复审</translation>
    </message>
    <message>
      <source>For final review</source>
      <translation>待终审</translation>
    </message>
    <message>
      <source>Returned</source>
      <translation>退改</translation>
    </message>
    <message>
      <source>On hold</source>
      <translation>待用</translation>
    </message>
    <message>
      <source>Not used</source>
      <translation>不采用</translation>
    </message>
    <message>
      <source>Signed off</source>
      <translation>已签发</translation>
    </message>
    <message>
      <source>Published</source>
      <translation>已发布</translation>
    </message>
    <message>
      <source>Withdrawn</source>
      <translation>已撤稿</translation>
    </message>
  </context>
  <context>
    <name>StatusBar</name>
    <message>
      <source>Progress</source>
      <translation>进度</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <source>Stop importing</source>
      <translation>停止导入</translation>
    </message>
  </context>
  <context>
    <name>StepBar</name>
    <message>
      <source>Steps of the article</source>
      <translation>稿件流程</translation>
    </message>
    <message>
      <source>, </source>
      <translation>、</translation>
    </message>
    <message>
      <source>done</source>
      <translation>已完成</translation>
    </message>
    <message>
      <source>{step} to come</source>
      <translation>{step}未到</translation>
    </message>
    <message>
      <source>now: {step}</source>
      <translation>现在：{step}</translation>
    </message>
  </context>
  <context>
    <name>Suggestions</name>
    <message>
      <source>Suggestions</source>
      <translation>候选</translation>
    </message>
  </context>
  <context>
    <name>TargetForm</name>
    <message>
      <source>How you call it, for example web</source>
      <translation>您怎么称呼它，例如：官网</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>kept on this computer; leave empty to keep it</source>
      <translation>已保存在本机；留空即沿用</translation>
    </message>
    <message>
      <source>Password or token</source>
      <translation>密码或令牌</translation>
    </message>
    <message>
      <source>Choose a folder</source>
      <translation>选择文件夹</translation>
    </message>
    <message>
      <source>Choose a file</source>
      <translation>选择文件</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>选择…</translation>
    </message>
    <message>
      <source>{title}: {option}</source>
      <translation>{title}：{option}</translation>
    </message>
  </context>
  <context>
    <name>TargetsAtWork</name>
    <message>
      <source>Kept. Test the connection before something goes there.</source>
      <translation>已保存。正式发送前请先测试连接。</translation>
    </message>
    <message>
      <source>Changed. Test the connection before something goes there.</source>
      <translation>已修改。正式发送前请先测试连接。</translation>
    </message>
    <message>
      <source>Removed; what stands there stays there.</source>
      <translation>已移除；已发布的内容仍在原处。</translation>
    </message>
    <message>
      <source>The pass phrase that opens kept passwords was not entered. Nothing was done; try again.</source>
      <translation>没有输入打开已存密码的口令。没有执行任何操作；需要时请再试一次。</translation>
    </message>
  </context>
  <context>
    <name>TargetsDialog</name>
    <message>
      <source>Targets</source>
      <translation>发布目标</translation>
    </message>
    <message>
      <source>New target</source>
      <translation>新建目标</translation>
    </message>
    <message>
      <source>The connection is being tested</source>
      <translation>正在测试连接</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Test connection</source>
      <translation>测试连接</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>移除</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>New target: {kind}</source>
      <translation>新建目标：{kind}</translation>
    </message>
    <message>
      <source>No target yet</source>
      <translation>还没有发布目标</translation>
    </message>
    <message>
      <source>Held back: {why}</source>
      <translation>已暂缓：{why}</translation>
    </message>
    <message>
      <source>A target is where signed articles go: a website, an account, a folder. Begin with “New target”.</source>
      <translation>发布目标是已签发稿件的去处：网站、账号或文件夹。请从“新建目标”开始。</translation>
    </message>
    <message>
      <source>Save first, then test</source>
      <translation>请先保存，再测试</translation>
    </message>
    <message>
      <source>Really remove</source>
      <translation>确认移除</translation>
    </message>
    <message>
      <source>What stands there stays there and stays known; only the way there is forgotten.</source>
      <translation>已发布的内容仍在原处，记录也保留；只是不再保存通往那里的方式。</translation>
    </message>
    <message>
      <source>Calling {place} …</source>
      <translation>正在连接 {place} ……</translation>
    </message>
    <message>
      <source>This is a folder: it is tried when something is sent.</source>
      <translation>这是文件夹，发送时即会检验。</translation>
    </message>
    <message>
      <source>The target answers and takes what we send, as {who}.</source>
      <translation>连接正常，可以发送，身份为 {who}。</translation>
    </message>
    <message>
      <source>The clock there is {n} s from ours; times follow theirs.</source>
      <translation>对方时钟与本机相差 {n} 秒；定时以对方为准。</translation>
    </message>
  </context>
  <context>
    <name>TextBase</name>
    <message>
      <source>Text of the article</source>
      <translation>稿件正文</translation>
    </message>
  </context>
  <context>
    <name>Timeline</name>
    <message>
      <source>Sign-off record</source>
      <translation>审签记录</translation>
    </message>
  </context>
  <context>
    <name>TroubleAtWork</name>
    <message>
      <source>Try again</source>
      <translation>重试</translation>
    </message>
    <message>
      <source>Library on this computer</source>
      <translation>使用本机稿库</translation>
    </message>
    <message>
      <source>The library cannot be opened</source>
      <translation>稿库打不开</translation>
    </message>
  </context>
  <context>
    <name>TroubleBar</name>
    <message>
      <source>Save a copy elsewhere…</source>
      <translation>另存一份…</translation>
    </message>
    <message>
      <source>Copy the text</source>
      <translation>复制全文</translation>
    </message>
    <message>
      <source>Try again now</source>
      <translation>立即重试</translation>
    </message>
  </context>
  <context>
    <name>TypedBefore</name>
    <message>
      <source>Typed before the window could be built, and kept: “{words}”</source>
      <translation>上次窗口没能打开，您输入的文字已保留：“{words}”</translation>
    </message>
    <message>
      <source>Put it into the text</source>
      <translation>放进正文</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>复制</translation>
    </message>
    <message>
      <source>Throw it away</source>
      <translation>丢弃</translation>
    </message>
  </context>
  <context>
    <name>Variant</name>
    <message>
      <source>Simplified (mainland)</source>
      <translation>简体（大陆）</translation>
    </message>
    <message>
      <source>Simplified</source>
      <translation>简体</translation>
    </message>
    <message>
      <source>Traditional (Taiwan)</source>
      <translation>繁体（台湾）</translation>
    </message>
    <message>
      <source>Traditional (Hong Kong)</source>
      <translation>繁体（香港）</translation>
    </message>
    <message>
      <source>Traditional</source>
      <translation>繁体</translation>
    </message>
  </context>
  <context>
    <name>VariantsBar</name>
    <message>
      <source>Versions</source>
      <translation>语言版本</translation>
    </message>
  </context>
  <context>
    <name>Version</name>
    <message>
      <source>{what} {n} ({texts})</source>
      <translation>{what} {n} 处（{texts}）</translation>
    </message>
    <message>
      <source>Left out of the pasted text: {what}</source>
      <translation>粘贴内容中已去掉：{what}</translation>
    </message>
    <message>
      <source>Another headline stands above it: {headline}. The slip keeps its own.</source>
      <translation>粘贴内容带有另一个标题：{headline}。稿签标题未改。</translation>
    </message>
    <message>
      <source>Lines of the slip were left out: {lines}</source>
      <translation>稿签信息行未进正文：{lines}</translation>
    </message>
    <message>
      <source>{n} pictures, tables or notes stay where they are</source>
      <translation>{n} 处图片、表格、脚注保留在原位</translation>
    </message>
    <message>
      <source>References to notes are gone: {labels}</source>
      <translation>脚注引用随文字删去：{labels}</translation>
    </message>
  </context>
  <context>
    <name>VersionView</name>
    <message>
      <source>Take the pasted text</source>
      <translation>采用为新版本</translation>
    </message>
    <message>
      <source>It becomes the text in one step; what stood there stays in the history (Enter)</source>
      <translation>一步替换正文，原来的文字留在历史里（Enter）</translation>
    </message>
    <message>
      <source>Leave the text as it is</source>
      <translation>保留原文</translation>
    </message>
    <message>
      <source>Nothing changes (Esc)</source>
      <translation>不作改动（Esc）</translation>
    </message>
    <message>
      <source>Enter  take · Esc  leave · F7 / Shift+F7  next, previous · V  side by side · F  unchanged text</source>
      <translation>Enter  采用 · Esc  保留原文 · F7 / Shift+F7  下一处、上一处 · V  并排 · F  未改部分</translation>
    </message>
    <message>
      <source>Text on the desk ↔ pasted text</source>
      <translation>当前正文 ↔ 粘贴内容</translation>
    </message>
  </context>
  <context>
    <name>Versioning</name>
    <message>
      <source>The clipboard holds no text; copy the new version first.</source>
      <translation>剪贴板里没有文字，请先复制新版本。</translation>
    </message>
    <message>
      <source>The pasted text is the text now; what stood there is in the history, and undo brings it back.</source>
      <translation>已采用为新版本；原来的文字在历史里，撤销可恢复。</translation>
    </message>
  </context>
  <context>
    <name>Ways</name>
    <message>
      <source>This file can be read in two ways</source>
      <translation>这个文件有两种读法</translation>
    </message>
    <message>
      <source>Read as {encoding}</source>
      <translation>改按 {encoding} 读取</translation>
    </message>
    <message>
      <source>{actions}: {why}</source>
      <translation>{actions}：{why}</translation>
    </message>
  </context>
  <context>
    <name>When</name>
    <message>
      <source>Yesterday</source>
      <translation>昨天</translation>
    </message>
    <message>
      <source>MMM d</source>
      <translation>M月d日</translation>
    </message>
    <message>
      <source>late {span}</source>
      <translation>超时 {span}</translation>
    </message>
    <message>
      <source>due {span}</source>
      <translation>截稿 {span}</translation>
    </message>
    <message>
      <source>{n} min</source>
      <translation>{n} 分钟</translation>
    </message>
    <message>
      <source>{n} h</source>
      <translation>{n} 小时</translation>
    </message>
    <message>
      <source>{n} d</source>
      <translation>{n} 天</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>今天</translation>
    </message>
  </context>
  <context>
    <name>Where</name>
    <message>
      <source>Browse…</source>
      <translation>浏览…</translation>
    </message>
    <message>
      <source>Website (folder)</source>
      <translation>网站（文件夹）</translation>
    </message>
    <message>
      <source>Web pages, one file each</source>
      <translation>网页，一稿一个文件</translation>
    </message>
    <message>
      <source>Markdown files</source>
      <translation>Markdown 文件</translation>
    </message>
    <message>
      <source>ninjs files (exchange of news)</source>
      <translation>ninjs 文件（新闻交换）</translation>
    </message>
    <message>
      <source>Review copies (PDF, marked)</source>
      <translation>审稿样（PDF，标明签发情况）</translation>
    </message>
    <message>
      <source>Kind of target</source>
      <translation>发布目标的种类</translation>
    </message>
    <message>
      <source>Folder of the target</source>
      <translation>目标文件夹</translation>
    </message>
    <message>
      <source>Folder, for example /srv/www/news</source>
      <translation>文件夹，例如 /srv/www/news</translation>
    </message>
    <message>
      <source>Target {name}</source>
      <translation>目标：{name}</translation>
    </message>
  </context>
  <context>
    <name>Work</name>
    <message>
      <source>A helper process stopped and was started again; your text is untouched.</source>
      <translation>后台进程意外退出，已重新启动；正文未受影响。</translation>
    </message>
    <message>
      <source>That did not work.</source>
      <translation>未能完成。</translation>
    </message>
  </context>
  <context>
    <name>WritingAtWork</name>
    <message>
      <source>Changed in the slip: {fields}</source>
      <translation>稿签已变动：{fields}</translation>
    </message>
    <message>
      <source>Outline</source>
      <translation>大纲</translation>
    </message>
    <message>
      <source>{characters} characters · {paragraphs} paragraphs · aloud {minutes}'{seconds:02d}"</source>
      <translation>{characters} 字 · {paragraphs} 段 · 口播 {minutes}'{seconds:02d}"</translation>
    </message>
    <message>
      <source>{characters} of {planned} characters · {paragraphs} paragraphs · aloud {minutes}'{seconds:02d}"</source>
      <translation>{characters}/{planned} 字 · {paragraphs} 段 · 口播 {minutes}'{seconds:02d}"</translation>
    </message>
    <message>
      <source>{n} selected · </source>
      <translation>选中 {n} 字 · </translation>
    </message>
    <message>
      <source>Only web and mail addresses are opened: {address}</source>
      <translation>只打开网页和邮件地址：{address}</translation>
    </message>
  </context>
  <context>
    <name>_FindingDelegate</name>
    <message>
      <source>¶ {n}</source>
      <translation>第{n}段</translation>
    </message>
    <message>
      <source>slip</source>
      <translation>稿签</translation>
    </message>
  </context>
  <context>
    <name>context.actions</name>
    <message>
      <source>Order</source>
      <translation>排序</translation>
    </message>
  </context>
  <context>
    <name>menu</name>
    <message>
      <source>Menu</source>
      <translation>菜单</translation>
    </message>
  </context>
</TS>
