<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
    <name>ArticleList</name>
    <message>
      <source>Articles</source>
      <translation>稿件</translation>
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
    <name>Browser</name>
    <message numerus="yes">
      <source>%n article(s)</source>
      <translation>
        <numerusform>%n 篇</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>DeskPane</name>
    <message>
      <source>All fields of the slip</source>
      <translation>全部稿签</translation>
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
      <source>Deadline</source>
      <translation>截稿</translation>
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
  </context>
  <context>
    <name>SpotsView</name>
    <message>
      <source>Navigation</source>
      <translation>导航</translation>
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
  </context>
</TS>
