<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>ArticleDelegate</name>
    <message>
      <source>(no headline)</source>
      <translation>(no headline)</translation>
    </message>
    <message>
      <source>redo</source>
      <translation>redo</translation>
    </message>
  </context>
  <context>
    <name>ArticleList</name>
    <message>
      <source>Articles</source>
      <translation>Articles</translation>
    </message>
  </context>
  <context>
    <name>ArticlesPane</name>
    <message>
      <source>Search headline, text, author</source>
      <translation>Search headline, text, author</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Search</translation>
    </message>
  </context>
  <context>
    <name>Browser</name>
    <message numerus="yes">
      <source>%n article(s)</source>
      <translation>
        <numerusform>%n article</numerusform>
        <numerusform>%n articles</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>DeskPane</name>
    <message>
      <source>All fields of the slip</source>
      <translation>All fields of the slip</translation>
    </message>
  </context>
  <context>
    <name>Heading</name>
    <message>
      <source>Kicker (optional)</source>
      <translation>Kicker (optional)</translation>
    </message>
    <message>
      <source>Headline</source>
      <translation>Headline</translation>
    </message>
    <message>
      <source>Subheadline (optional)</source>
      <translation>Subheadline (optional)</translation>
    </message>
  </context>
  <context>
    <name>Navigation</name>
    <message>
      <source>No column</source>
      <translation>No column</translation>
    </message>
    <message>
      <source>My drafts</source>
      <translation>My drafts</translation>
    </message>
    <message>
      <source>Submitted</source>
      <translation>Submitted</translation>
    </message>
    <message>
      <source>Returned to me</source>
      <translation>Returned to me</translation>
    </message>
    <message>
      <source>Published</source>
      <translation>Published</translation>
    </message>
    <message>
      <source>Drafts</source>
      <translation>Drafts</translation>
    </message>
    <message>
      <source>For first review</source>
      <translation>For first review</translation>
    </message>
    <message>
      <source>For second review</source>
      <translation>For second review</translation>
    </message>
    <message>
      <source>For final review</source>
      <translation>For final review</translation>
    </message>
    <message>
      <source>Returned</source>
      <translation>Returned</translation>
    </message>
    <message>
      <source>On hold</source>
      <translation>On hold</translation>
    </message>
    <message>
      <source>Not used</source>
      <translation>Not used</translation>
    </message>
    <message>
      <source>Signed off</source>
      <translation>Signed off</translation>
    </message>
    <message>
      <source>Withdrawn</source>
      <translation>Withdrawn</translation>
    </message>
    <message>
      <source>All articles</source>
      <translation>All articles</translation>
    </message>
    <message>
      <source>Archive</source>
      <translation>Archive</translation>
    </message>
    <message>
      <source>Waste bin</source>
      <translation>Waste bin</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Search</translation>
    </message>
    <message>
      <source>My desk</source>
      <translation>My desk</translation>
    </message>
    <message>
      <source>Workflow</source>
      <translation>Workflow</translation>
    </message>
    <message>
      <source>Columns</source>
      <translation>Columns</translation>
    </message>
    <message>
      <source>Saved searches</source>
      <translation>Saved searches</translation>
    </message>
    <message>
      <source>Everything</source>
      <translation>Everything</translation>
    </message>
  </context>
  <context>
    <name>Origin</name>
    <message>
      <source>R</source>
      <translation>R</translation>
    </message>
    <message>
      <source>W</source>
      <translation>W</translation>
    </message>
  </context>
  <context>
    <name>SlipForm</name>
    <message>
      <source>Byline</source>
      <translation>Byline</translation>
    </message>
    <message>
      <source>Editor</source>
      <translation>Editor</translation>
    </message>
    <message>
      <source>Responsible editor</source>
      <translation>Responsible editor</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Source</translation>
    </message>
    <message>
      <source>Column</source>
      <translation>Column</translation>
    </message>
    <message>
      <source>Deadline</source>
      <translation>Deadline</translation>
    </message>
    <message>
      <source>Origin</source>
      <translation>Origin</translation>
    </message>
    <message>
      <source>Genre</source>
      <translation>Genre</translation>
    </message>
    <message>
      <source>Dateline</source>
      <translation>Dateline</translation>
    </message>
    <message>
      <source>Publish at</source>
      <translation>Publish at</translation>
    </message>
    <message>
      <source>Embargo</source>
      <translation>Embargo</translation>
    </message>
    <message>
      <source>First published</source>
      <translation>First published</translation>
    </message>
    <message>
      <source>Keywords</source>
      <translation>Keywords</translation>
    </message>
    <message>
      <source>Contact</source>
      <translation>Contact</translation>
    </message>
    <message>
      <source>Summary</source>
      <translation>Summary</translation>
    </message>
    <message>
      <source>Original address</source>
      <translation>Original address</translation>
    </message>
    <message>
      <source>Original headline</source>
      <translation>Original headline</translation>
    </message>
    <message>
      <source>Original authors</source>
      <translation>Original authors</translation>
    </message>
  </context>
  <context>
    <name>SpotsView</name>
    <message>
      <source>Navigation</source>
      <translation>Navigation</translation>
    </message>
  </context>
  <context>
    <name>State</name>
    <message>
      <source>Draft</source>
      <translation>Draft</translation>
    </message>
    <message>
      <source>For first review</source>
      <translation>For first review</translation>
    </message>
    <message>
      <source>For second review</source>
      <translation>For second review</translation>
    </message>
    <message>
      <source>For final review</source>
      <translation>For final review</translation>
    </message>
    <message>
      <source>Returned</source>
      <translation>Returned</translation>
    </message>
    <message>
      <source>On hold</source>
      <translation>On hold</translation>
    </message>
    <message>
      <source>Not used</source>
      <translation>Not used</translation>
    </message>
    <message>
      <source>Signed off</source>
      <translation>Signed off</translation>
    </message>
    <message>
      <source>Published</source>
      <translation>Published</translation>
    </message>
    <message>
      <source>Withdrawn</source>
      <translation>Withdrawn</translation>
    </message>
  </context>
  <context>
    <name>When</name>
    <message>
      <source>Yesterday</source>
      <translation>Yesterday</translation>
    </message>
    <message>
      <source>MMM d</source>
      <translation>MMM d</translation>
    </message>
    <message>
      <source>late {span}</source>
      <translation>late {span}</translation>
    </message>
    <message>
      <source>due {span}</source>
      <translation>due {span}</translation>
    </message>
    <message>
      <source>{n} min</source>
      <translation>{n} min</translation>
    </message>
    <message>
      <source>{n} h</source>
      <translation>{n} h</translation>
    </message>
    <message>
      <source>{n} d</source>
      <translation>{n} d</translation>
    </message>
  </context>
</TS>
