<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>AboutDialog</name>
    <message>
      <source>About Gaotai</source>
      <translation>About Gaotai</translation>
    </message>
    <message>
      <source>The editorial workstation for newsrooms. Apache License 2.0; icons by Lucide (ISC).</source>
      <translation>The editorial workstation for newsrooms. Apache License 2.0; icons by Lucide (ISC).</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Copy</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Close</translation>
    </message>
  </context>
  <context>
    <name>Action</name>
    <message>
      <source>New article</source>
      <translation>New article</translation>
    </message>
    <message>
      <source>Import articles…</source>
      <translation>Import articles…</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>Save a copy as…</source>
      <translation>Save a copy as…</translation>
    </message>
    <message>
      <source>Publish in a batch…</source>
      <translation>Publish in a batch…</translation>
    </message>
    <message>
      <source>Print review copy…</source>
      <translation>Print review copy…</translation>
    </message>
    <message>
      <source>Copy as picture for review</source>
      <translation>Copy as picture for review</translation>
    </message>
    <message>
      <source>Close article</source>
      <translation>Close article</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Quit</translation>
    </message>
    <message>
      <source>Convert script…</source>
      <translation>Convert script…</translation>
    </message>
    <message>
      <source>History…</source>
      <translation>History…</translation>
    </message>
    <message>
      <source>Go to number…</source>
      <translation>Go to number…</translation>
    </message>
    <message>
      <source>Paste as new version…</source>
      <translation>Paste as new version…</translation>
    </message>
    <message>
      <source>Archive</source>
      <translation>Archive</translation>
    </message>
    <message>
      <source>Move to the waste bin</source>
      <translation>Move to the waste bin</translation>
    </message>
    <message>
      <source>Put back on the desk</source>
      <translation>Put back on the desk</translation>
    </message>
    <message>
      <source>Correct…</source>
      <translation>Correct…</translation>
    </message>
    <message>
      <source>Withdraw…</source>
      <translation>Withdraw…</translation>
    </message>
    <message>
      <source>Next open article</source>
      <translation>Next open article</translation>
    </message>
    <message>
      <source>Previous open article</source>
      <translation>Previous open article</translation>
    </message>
    <message>
      <source>Submit for review</source>
      <translation>Submit for review</translation>
    </message>
    <message>
      <source>Pass</source>
      <translation>Pass</translation>
    </message>
    <message>
      <source>Return…</source>
      <translation>Return…</translation>
    </message>
    <message>
      <source>Countercheck</source>
      <translation>Countercheck</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Compare</translation>
    </message>
    <message>
      <source>Hold…</source>
      <translation>Hold…</translation>
    </message>
    <message>
      <source>Do not use…</source>
      <translation>Do not use…</translation>
    </message>
    <message>
      <source>Reopen</source>
      <translation>Reopen</translation>
    </message>
    <message>
      <source>Recall</source>
      <translation>Recall</translation>
    </message>
    <message>
      <source>Take</source>
      <translation>Take</translation>
    </message>
    <message>
      <source>Work through the list</source>
      <translation>Work through the list</translation>
    </message>
    <message>
      <source>Next article</source>
      <translation>Next article</translation>
    </message>
    <message>
      <source>Previous article</source>
      <translation>Previous article</translation>
    </message>
    <message>
      <source>All commands…</source>
      <translation>All commands…</translation>
    </message>
    <message>
      <source>Search articles</source>
      <translation>Search articles</translation>
    </message>
    <message>
      <source>Save this search…</source>
      <translation>Save this search…</translation>
    </message>
    <message>
      <source>Forget this search</source>
      <translation>Forget this search</translation>
    </message>
    <message>
      <source>Next pane</source>
      <translation>Next pane</translation>
    </message>
    <message>
      <source>Previous pane</source>
      <translation>Previous pane</translation>
    </message>
    <message>
      <source>Inspector</source>
      <translation>Inspector</translation>
    </message>
    <message>
      <source>Large preview</source>
      <translation>Large preview</translation>
    </message>
    <message>
      <source>Dense list</source>
      <translation>Dense list</translation>
    </message>
    <message>
      <source>Focus mode</source>
      <translation>Focus mode</translation>
    </message>
    <message>
      <source>Menu bar</source>
      <translation>Menu bar</translation>
    </message>
    <message>
      <source>Larger text</source>
      <translation>Larger text</translation>
    </message>
    <message>
      <source>Smaller text</source>
      <translation>Smaller text</translation>
    </message>
    <message>
      <source>Refresh</source>
      <translation>Refresh</translation>
    </message>
    <message>
      <source>Newest first</source>
      <translation>Newest first</translation>
    </message>
    <message>
      <source>By deadline</source>
      <translation>By deadline</translation>
    </message>
    <message>
      <source>By state</source>
      <translation>By state</translation>
    </message>
    <message>
      <source>By column</source>
      <translation>By column</translation>
    </message>
    <message>
      <source>Grouped</source>
      <translation>Grouped</translation>
    </message>
    <message>
      <source>Change person…</source>
      <translation>Change person…</translation>
    </message>
    <message>
      <source>People and levels…</source>
      <translation>People and levels…</translation>
    </message>
    <message>
      <source>Rules of review…</source>
      <translation>Rules of review…</translation>
    </message>
    <message>
      <source>Preferences…</source>
      <translation>Preferences…</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Keys</translation>
    </message>
    <message>
      <source>About Gaotai</source>
      <translation>About Gaotai</translation>
    </message>
    <message>
      <source>Import a folder…</source>
      <translation>Import a folder…</translation>
    </message>
    <message>
      <source>Stop importing</source>
      <translation>Stop importing</translation>
    </message>
    <message>
      <source>Intake report…</source>
      <translation>Intake report…</translation>
    </message>
    <message>
      <source>Put the chosen article into the open one…</source>
      <translation>Put the chosen article into the open one…</translation>
    </message>
    <message>
      <source>Publishing queue</source>
      <translation>Publishing queue</translation>
    </message>
    <message>
      <source>What would go now…</source>
      <translation>What would go now…</translation>
    </message>
    <message>
      <source>What goes to a target of this article…</source>
      <translation>What goes to a target of this article…</translation>
    </message>
    <message>
      <source>Send what waits now</source>
      <translation>Send what waits now</translation>
    </message>
    <message>
      <source>Stop sending</source>
      <translation>Stop sending</translation>
    </message>
    <message>
      <source>Published by hand…</source>
      <translation>Published by hand…</translation>
    </message>
    <message>
      <source>Receipts of this article…</source>
      <translation>Receipts of this article…</translation>
    </message>
    <message>
      <source>Disposal sheet of this withdrawal…</source>
      <translation>Disposal sheet of this withdrawal…</translation>
    </message>
    <message>
      <source>Emergency pack…</source>
      <translation>Emergency pack…</translation>
    </message>
    <message>
      <source>Hold everything back…</source>
      <translation>Hold everything back…</translation>
    </message>
    <message>
      <source>Release what is held back</source>
      <translation>Release what is held back</translation>
    </message>
    <message>
      <source>Targets…</source>
      <translation>Targets…</translation>
    </message>
    <message>
      <source>Next language version</source>
      <translation>Next language version</translation>
    </message>
    <message>
      <source>Remark on these words…</source>
      <translation>Remark on these words…</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Redo</translation>
    </message>
    <message>
      <source>Cut</source>
      <translation>Cut</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Copy</translation>
    </message>
    <message>
      <source>Paste</source>
      <translation>Paste</translation>
    </message>
    <message>
      <source>Paste as plain text</source>
      <translation>Paste as plain text</translation>
    </message>
    <message>
      <source>Paste without tracked changes</source>
      <translation>Paste without tracked changes</translation>
    </message>
    <message>
      <source>Find…</source>
      <translation>Find…</translation>
    </message>
    <message>
      <source>Replace…</source>
      <translation>Replace…</translation>
    </message>
    <message>
      <source>Next hit</source>
      <translation>Next hit</translation>
    </message>
    <message>
      <source>Previous hit</source>
      <translation>Previous hit</translation>
    </message>
    <message>
      <source>Markdown source</source>
      <translation>Markdown source</translation>
    </message>
    <message>
      <source>Typewriter scrolling</source>
      <translation>Typewriter scrolling</translation>
    </message>
    <message>
      <source>Bold</source>
      <translation>Bold</translation>
    </message>
    <message>
      <source>Emphasis</source>
      <translation>Emphasis</translation>
    </message>
    <message>
      <source>Underline</source>
      <translation>Underline</translation>
    </message>
    <message>
      <source>Strikethrough</source>
      <translation>Strikethrough</translation>
    </message>
    <message>
      <source>Clear formatting</source>
      <translation>Clear formatting</translation>
    </message>
    <message>
      <source>Link…</source>
      <translation>Link…</translation>
    </message>
    <message>
      <source>Body text</source>
      <translation>Body text</translation>
    </message>
    <message>
      <source>Heading</source>
      <translation>Heading</translation>
    </message>
    <message>
      <source>Smaller heading</source>
      <translation>Smaller heading</translation>
    </message>
    <message>
      <source>Quote</source>
      <translation>Quote</translation>
    </message>
    <message>
      <source>List</source>
      <translation>List</translation>
    </message>
    <message>
      <source>Numbered list</source>
      <translation>Numbered list</translation>
    </message>
    <message>
      <source>Split a long paragraph</source>
      <translation>Split a long paragraph</translation>
    </message>
    <message>
      <source>Picture…</source>
      <translation>Picture…</translation>
    </message>
    <message>
      <source>Caption and credit…</source>
      <translation>Caption and credit…</translation>
    </message>
    <message>
      <source>Table…</source>
      <translation>Table…</translation>
    </message>
    <message>
      <source>Rule</source>
      <translation>Rule</translation>
    </message>
    <message>
      <source>Footnote</source>
      <translation>Footnote</translation>
    </message>
    <message>
      <source>Row above</source>
      <translation>Row above</translation>
    </message>
    <message>
      <source>Row below</source>
      <translation>Row below</translation>
    </message>
    <message>
      <source>Column left</source>
      <translation>Column left</translation>
    </message>
    <message>
      <source>Column right</source>
      <translation>Column right</translation>
    </message>
    <message>
      <source>Remove row</source>
      <translation>Remove row</translation>
    </message>
    <message>
      <source>Remove column</source>
      <translation>Remove column</translation>
    </message>
  </context>
  <context>
    <name>Appointments</name>
    <message>
      <source>Nothing is sent until you decide about what was missed; “Send what waits now” asks again.</source>
      <translation>Nothing is sent until you decide about what was missed; “Send what waits now” asks again.</translation>
    </message>
  </context>
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
    <name>ArticleEditor</name>
    <message>
      <source>No caption yet</source>
      <translation>No caption yet</translation>
    </message>
    <message>
      <source>The picture is not here</source>
      <translation>The picture is not here</translation>
    </message>
    <message>
      <source>Write here, or paste a text</source>
      <translation>Write here, or paste a text</translation>
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
    <name>ArticlesAtWork</name>
    <message>
      <source>No article is open</source>
      <translation>No article is open</translation>
    </message>
    <message>
      <source>Choose one in the list, write a new one, or drop files here.</source>
      <translation>Choose one in the list, write a new one, or drop files here.</translation>
    </message>
    <message>
      <source>{n} archived</source>
      <translation>{n} archived</translation>
    </message>
    <message>
      <source>{n} moved to the waste bin</source>
      <translation>{n} moved to the waste bin</translation>
    </message>
    <message>
      <source>{n} put back on the desk</source>
      <translation>{n} put back on the desk</translation>
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
    <name>BatchDelegate</name>
    <message>
      <source>{n} articles</source>
      <translation>{n} articles</translation>
    </message>
  </context>
  <context>
    <name>BatchesModel</name>
    <message>
      <source>All articles</source>
      <translation>All articles</translation>
    </message>
    <message>
      <source>Scheduled and embargoed</source>
      <translation>Scheduled and embargoed</translation>
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
    <name>ByHandAtWork</name>
    <message>
      <source>Open an article first.</source>
      <translation>Open an article first.</translation>
    </message>
    <message>
      <source>The headline is in the clipboard.</source>
      <translation>The headline is in the clipboard.</translation>
    </message>
    <message>
      <source>The text is in the clipboard.</source>
      <translation>The text is in the clipboard.</translation>
    </message>
    <message>
      <source>Folder for headline, text and pictures</source>
      <translation>Folder for headline, text and pictures</translation>
    </message>
    <message>
      <source>{n} files were written to {folder}</source>
      <translation>{n} files were written to {folder}</translation>
    </message>
    <message>
      <source>Registered at {place}.</source>
      <translation>Registered at {place}.</translation>
    </message>
    <message>
      <source>Taken down at {place}.</source>
      <translation>Taken down at {place}.</translation>
    </message>
    <message>
      <source>Registered at {place}; the article is withdrawn, so that it is to be taken down there.</source>
      <translation>Registered at {place}; the article is withdrawn, so that it is to be taken down there.</translation>
    </message>
    <message>
      <source>Adopted: corrections and withdrawal go to {address}; it is not sent again.</source>
      <translation>Adopted: corrections and withdrawal go to {address}; it is not sent again.</translation>
    </message>
    <message>
      <source>Disposal sheet {number}.pdf</source>
      <translation>Disposal sheet {number}.pdf</translation>
    </message>
    <message>
      <source>Save as PDF</source>
      <translation>Save as PDF</translation>
    </message>
    <message>
      <source>The sheet is in {file}</source>
      <translation>The sheet is in {file}</translation>
    </message>
  </context>
  <context>
    <name>ByHandDialog</name>
    <message>
      <source>Taken down by hand</source>
      <translation>Taken down by hand</translation>
    </message>
    <message>
      <source>Published by hand</source>
      <translation>Published by hand</translation>
    </message>
    <message>
      <source>Copy headline</source>
      <translation>Copy headline</translation>
    </message>
    <message>
      <source>Copy text</source>
      <translation>Copy text</translation>
    </message>
    <message>
      <source>Save as files…</source>
      <translation>Save as files…</translation>
    </message>
    <message>
      <source>Open the page there</source>
      <translation>Open the page there</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>Place</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>Address</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Time</translation>
    </message>
    <message>
      <source>A target, or any other place: 上级转载 …</source>
      <translation>A target, or any other place: 上级转载 …</translation>
    </message>
    <message>
      <source>Screenshot</source>
      <translation>Screenshot</translation>
    </message>
    <message>
      <source>Register</source>
      <translation>Register</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Compare</translation>
    </message>
    <message>
      <source>It is this article all the same: adopt</source>
      <translation>It is this article all the same: adopt</translation>
    </message>
    <message>
      <source>Adopt</source>
      <translation>Adopt</translation>
    </message>
  </context>
  <context>
    <name>ClosingDialog</name>
    <message>
      <source>This computer keeps the time of {n} articles</source>
      <translation>This computer keeps the time of {n} articles</translation>
    </message>
    <message>
      <source>They are sent only while the program runs. If it is closed, what is missed is asked about at the next start and never sent late by itself.</source>
      <translation>They are sent only while the program runs. If it is closed, what is missed is asked about at the next start and never sent late by itself.</translation>
    </message>
    <message>
      <source>Scheduled articles</source>
      <translation>Scheduled articles</translation>
    </message>
    <message>
      <source>Close all the same</source>
      <translation>Close all the same</translation>
    </message>
    <message>
      <source>Keep it running</source>
      <translation>Keep it running</translation>
    </message>
  </context>
  <context>
    <name>ColumnHeads</name>
    <message>
      <source>Source text</source>
      <translation>Source text</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>Result</translation>
    </message>
  </context>
  <context>
    <name>CompareFooter</name>
    <message>
      <source>Counterchecked {done}/{all}</source>
      <translation>Counterchecked {done}/{all}</translation>
    </message>
  </context>
  <context>
    <name>CompareHeader</name>
    <message>
      <source>Previous change (Shift+F7)</source>
      <translation>Previous change (Shift+F7)</translation>
    </message>
    <message>
      <source>Next change (F7)</source>
      <translation>Next change (F7)</translation>
    </message>
    <message>
      <source>Both texts in one (V)</source>
      <translation>Both texts in one (V)</translation>
    </message>
    <message>
      <source>Side by side (V)</source>
      <translation>Side by side (V)</translation>
    </message>
    <message>
      <source>Fold what did not change (F)</source>
      <translation>Fold what did not change (F)</translation>
    </message>
    <message>
      <source>Back to the text (Esc)</source>
      <translation>Back to the text (Esc)</translation>
    </message>
  </context>
  <context>
    <name>CompareView</name>
    <message>
      <source>Esc  back to the text</source>
      <translation>Esc  back to the text</translation>
    </message>
    <message>
      <source>Nothing was changed</source>
      <translation>Nothing was changed</translation>
    </message>
    <message>
      <source>Text, slip and pictures are the same.</source>
      <translation>Text, slip and pictures are the same.</translation>
    </message>
  </context>
  <context>
    <name>ComparingAtWork</name>
    <message>
      <source>Nothing waits for a countercheck.</source>
      <translation>Nothing waits for a countercheck.</translation>
    </message>
    <message>
      <source>Changes that nobody else has seen</source>
      <translation>Changes that nobody else has seen</translation>
    </message>
  </context>
  <context>
    <name>ConversionPage</name>
    <message>
      <source>Source and result</source>
      <translation>Source and result</translation>
    </message>
  </context>
  <context>
    <name>Convert</name>
    <message>
      <source>Simplified, mainland</source>
      <translation>Simplified, mainland</translation>
    </message>
    <message>
      <source>Simplified</source>
      <translation>Simplified</translation>
    </message>
    <message>
      <source>Traditional, Taiwan</source>
      <translation>Traditional, Taiwan</translation>
    </message>
    <message>
      <source>Traditional, Hong Kong</source>
      <translation>Traditional, Hong Kong</translation>
    </message>
    <message>
      <source>Traditional</source>
      <translation>Traditional</translation>
    </message>
    <message>
      <source>Regional word</source>
      <translation>Regional word</translation>
    </message>
    <message>
      <source>One to many</source>
      <translation>One to many</translation>
    </message>
    <message>
      <source>Paragraph {n}</source>
      <translation>Paragraph {n}</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>Picture</translation>
    </message>
    <message>
      <source>{place}, {n} places</source>
      <translation>{place}, {n} places</translation>
    </message>
    <message>
      <source>confirmed: {text}</source>
      <translation>confirmed: {text}</translation>
    </message>
    <message>
      <source>, </source>
      <translation>, </translation>
    </message>
    <message>
      <source>mended by hand, stays as it is</source>
      <translation>mended by hand, stays as it is</translation>
    </message>
    <message>
      <source>CN</source>
      <translation>CN</translation>
    </message>
    <message>
      <source>TW</source>
      <translation>TW</translation>
    </message>
    <message>
      <source>HK</source>
      <translation>HK</translation>
    </message>
    <message>
      <source>{variant}, to be converted again</source>
      <translation>{variant}, to be converted again</translation>
    </message>
  </context>
  <context>
    <name>ConvertFooter</name>
    <message>
      <source>Cancel</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Back to the text; nothing is kept (Esc)</source>
      <translation>Back to the text; nothing is kept (Esc)</translation>
    </message>
    <message>
      <source>Update the Traditional version</source>
      <translation>Update the Traditional version</translation>
    </message>
    <message>
      <source>Update the Simplified version</source>
      <translation>Update the Simplified version</translation>
    </message>
    <message>
      <source>Save as Traditional version</source>
      <translation>Save as Traditional version</translation>
    </message>
    <message>
      <source>Save as Simplified version</source>
      <translation>Save as Simplified version</translation>
    </message>
    <message>
      <source>Every place is confirmed.  Ctrl+S  save · Esc  back to the text</source>
      <translation>Every place is confirmed.  Ctrl+S  save · Esc  back to the text</translation>
    </message>
    <message>
      <source>Enter  accept · 1–9  choose · G  always so here · J/K  next, previous · Backspace  take back</source>
      <translation>Enter  accept · 1–9  choose · G  always so here · J/K  next, previous · Backspace  take back</translation>
    </message>
  </context>
  <context>
    <name>ConvertHeader</name>
    <message>
      <source>Convert script</source>
      <translation>Convert script</translation>
    </message>
    <message>
      <source>For whom</source>
      <translation>For whom</translation>
    </message>
    <message>
      <source>{n} changes, {asked} to confirm</source>
      <translation>{n} changes, {asked} to confirm</translation>
    </message>
    <message>
      <source>Source changed in {n} paragraphs</source>
      <translation>Source changed in {n} paragraphs</translation>
    </message>
    <message>
      <source>Made before</source>
      <translation>Made before</translation>
    </message>
    <message>
      <source>{n} paragraphs mended by hand are done again</source>
      <translation>{n} paragraphs mended by hand are done again</translation>
    </message>
    <message>
      <source>As they stand now (they stay in the history of this version):</source>
      <translation>As they stand now (they stay in the history of this version):</translation>
    </message>
    <message>
      <source>→ Simplified</source>
      <translation>→ Simplified</translation>
    </message>
  </context>
  <context>
    <name>ConvertView</name>
    <message>
      <source>Converting …</source>
      <translation>Converting …</translation>
    </message>
    <message>
      <source>A single character is not always written so. Which word is?</source>
      <translation>A single character is not always written so. Which word is?</translation>
    </message>
    <message>
      <source>Take a word of two characters or more from the line on the card.</source>
      <translation>Take a word of two characters or more from the line on the card.</translation>
    </message>
  </context>
  <context>
    <name>ConvertingAtWork</name>
    <message>
      <source>Converting …</source>
      <translation>Converting …</translation>
    </message>
    <message>
      <source>Kept as {variant}</source>
      <translation>Kept as {variant}</translation>
    </message>
    <message>
      <source>Kept as {variant}; {n} places were left as proposed</source>
      <translation>Kept as {variant}; {n} places were left as proposed</translation>
    </message>
  </context>
  <context>
    <name>CopyReady</name>
    <message>
      <source>Review copy</source>
      <translation>Review copy</translation>
    </message>
    <message>
      <source>(no headline)</source>
      <translation>(no headline)</translation>
    </message>
    <message>
      <source>{pages} pages, {lines} numbered lines</source>
      <translation>{pages} pages, {lines} numbered lines</translation>
    </message>
    <message>
      <source>Signed off</source>
      <translation>Signed off</translation>
    </message>
    <message>
      <source>Not signed off: marked on every page</source>
      <translation>Not signed off: marked on every page</translation>
    </message>
    <message>
      <source>No font here has these characters, boxes stand for them: {characters}</source>
      <translation>No font here has these characters, boxes stand for them: {characters}</translation>
    </message>
    <message>
      <source>Open and print</source>
      <translation>Open and print</translation>
    </message>
    <message>
      <source>Save as…</source>
      <translation>Save as…</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Close</translation>
    </message>
  </context>
  <context>
    <name>CorrectionAtWork</name>
    <message>
      <source>The notice of correction is drafted: {number}. Read it and submit it.</source>
      <translation>The notice of correction is drafted: {number}. Read it and submit it.</translation>
    </message>
    <message>
      <source>{correction} of {number}: {form}</source>
      <translation>{correction} of {number}: {form}</translation>
    </message>
    <message>
      <source>The correction of {number} is taken back; what was changed in the text stays.</source>
      <translation>The correction of {number} is taken back; what was changed in the text stays.</translation>
    </message>
  </context>
  <context>
    <name>CorrectionCard</name>
    <message>
      <source>Correction</source>
      <translation>Correction</translation>
    </message>
    <message>
      <source>Take the correction back</source>
      <translation>Take the correction back</translation>
    </message>
    <message>
      <source>What was wrong and what is right</source>
      <translation>What was wrong and what is right</translation>
    </message>
    <message>
      <source>What was wrong, and what is right</source>
      <translation>What was wrong, and what is right</translation>
    </message>
    <message>
      <source>An opinion above is kept as the reason and not shown to readers. Ctrl+Enter begins.</source>
      <translation>An opinion above is kept as the reason and not shown to readers. Ctrl+Enter begins.</translation>
    </message>
    <message>
      <source>Begin the correction</source>
      <translation>Begin the correction</translation>
    </message>
    <message>
      <source>Not after all</source>
      <translation>Not after all</translation>
    </message>
    <message>
      <source>Notice of correction</source>
      <translation>Notice of correction</translation>
    </message>
    <message>
      <source>Open {what}</source>
      <translation>Open {what}</translation>
    </message>
    <message>
      <source>It belongs to {article}; both link to each other once they are out.</source>
      <translation>It belongs to {article}; both link to each other once they are out.</translation>
    </message>
    <message>
      <source>begun, not submitted yet</source>
      <translation>begun, not submitted yet</translation>
    </message>
    <message>
      <source>under review</source>
      <translation>under review</translation>
    </message>
  </context>
  <context>
    <name>DecideDialog</name>
    <message>
      <source>Compare and decide</source>
      <translation>Compare and decide</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>Field</translation>
    </message>
    <message>
      <source>Reading what stands there …</source>
      <translation>Reading what stands there …</translation>
    </message>
    <message>
      <source>Stands there now</source>
      <translation>Stands there now</translation>
    </message>
    <message>
      <source>Published by us last</source>
      <translation>Published by us last</translation>
    </message>
    <message>
      <source>Would be sent</source>
      <translation>Would be sent</translation>
    </message>
    <message>
      <source>Decide later</source>
      <translation>Decide later</translation>
    </message>
    <message>
      <source>Publish it as it stands there</source>
      <translation>Publish it as it stands there</translation>
    </message>
    <message>
      <source>Publish it anew</source>
      <translation>Publish it anew</translation>
    </message>
    <message>
      <source>Write ours over it</source>
      <translation>Write ours over it</translation>
    </message>
    <message>
      <source>Leave it as it is there</source>
      <translation>Leave it as it is there</translation>
    </message>
    <message>
      <source>It is not there any more; what would be sent stands at the right.</source>
      <translation>It is not there any more; what would be sent stands at the right.</translation>
    </message>
    <message>
      <source>{n} fields are not as we published them last; marked is what differs from that.</source>
      <translation>{n} fields are not as we published them last; marked is what differs from that.</translation>
    </message>
    <message>
      <source>What stands there is as we published it last; only something around it changed.</source>
      <translation>What stands there is as we published it last; only something around it changed.</translation>
    </message>
  </context>
  <context>
    <name>DeliveryAtWork</name>
    <message>
      <source>Open an article first; then its review copy can be printed.</source>
      <translation>Open an article first; then its review copy can be printed.</translation>
    </message>
    <message>
      <source>The review copy is being set …</source>
      <translation>The review copy is being set …</translation>
    </message>
    <message>
      <source>Save the review copy</source>
      <translation>Save the review copy</translation>
    </message>
    <message>
      <source>PDF files</source>
      <translation>PDF files</translation>
    </message>
    <message>
      <source>Saved: {file}</source>
      <translation>Saved: {file}</translation>
    </message>
    <message>
      <source>No program here opens this; it lies in {path}</source>
      <translation>No program here opens this; it lies in {path}</translation>
    </message>
  </context>
  <context>
    <name>DeliveryDialog</name>
    <message>
      <source>Publish in a batch</source>
      <translation>Publish in a batch</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>Open the result</source>
      <translation>Open the result</translation>
    </message>
    <message>
      <source>What goes there…</source>
      <translation>What goes there…</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Which articles</source>
      <translation>Which articles</translation>
    </message>
    <message>
      <source>Target</source>
      <translation>Target</translation>
    </message>
    <message>
      <source>Articles</source>
      <translation>Articles</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Progress</translation>
    </message>
    <message>
      <source>Selected in the list: {n}</source>
      <translation>Selected in the list: {n}</translation>
    </message>
    <message>
      <source>All that are signed off and not yet published</source>
      <translation>All that are signed off and not yet published</translation>
    </message>
    <message>
      <source>Articles stand here once the last level has signed them off. For a text that is not signed choose review copies, and select it in the list first.</source>
      <translation>Articles stand here once the last level has signed them off. For a text that is not signed choose review copies, and select it in the list first.</translation>
    </message>
    <message>
      <source>Nothing to publish</source>
      <translation>Nothing to publish</translation>
    </message>
    <message>
      <source>{n} will go</source>
      <translation>{n} will go</translation>
    </message>
    <message>
      <source>{n} of them wait for their time</source>
      <translation>{n} of them wait for their time</translation>
    </message>
    <message>
      <source>{n} cannot, the reason stands beside each</source>
      <translation>{n} cannot, the reason stands beside each</translation>
    </message>
    <message>
      <source>{n} done</source>
      <translation>{n} done</translation>
    </message>
    <message>
      <source>{n} failed; what stood there before is unchanged</source>
      <translation>{n} failed; what stood there before is unchanged</translation>
    </message>
    <message>
      <source>stopped: what went stays, the rest was not begun</source>
      <translation>stopped: what went stays, the rest was not begun</translation>
    </message>
    <message>
      <source>{n} in the queue, they are being sent</source>
      <translation>{n} in the queue, they are being sent</translation>
    </message>
    <message>
      <source>{n} stood there already</source>
      <translation>{n} stood there already</translation>
    </message>
    <message>
      <source>{n} were refused, the reason stands beside each</source>
      <translation>{n} were refused, the reason stands beside each</translation>
    </message>
    <message>
      <source>{n} waiting</source>
      <translation>{n} waiting</translation>
    </message>
    <message>
      <source>{n} held, the reason stands beside each</source>
      <translation>{n} held, the reason stands beside each</translation>
    </message>
    <message>
      <source>Stopping after the articles that are under way …</source>
      <translation>Stopping after the articles that are under way …</translation>
    </message>
    <message numerus="yes">
      <source>Make %n review copies</source>
      <translation>
        <numerusform>Make a review copy</numerusform>
        <numerusform>Make %n review copies</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Publish %n articles</source>
      <translation>
        <numerusform>Publish 1 article</numerusform>
        <numerusform>Publish %n articles</numerusform>
      </translation>
    </message>
    <message>
      <source>Name a folder, from the root of the disk on</source>
      <translation>Name a folder, from the root of the disk on</translation>
    </message>
  </context>
  <context>
    <name>DeskPane</name>
    <message>
      <source>All fields of the slip</source>
      <translation>All fields of the slip</translation>
    </message>
    <message>
      <source>Kicker</source>
      <translation>Kicker</translation>
    </message>
    <message>
      <source>Headline</source>
      <translation>Headline</translation>
    </message>
    <message>
      <source>Subheadline</source>
      <translation>Subheadline</translation>
    </message>
  </context>
  <context>
    <name>DetailPane</name>
    <message>
      <source>What stands there otherwise than it was sent</source>
      <translation>What stands there otherwise than it was sent</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>Field</translation>
    </message>
    <message>
      <source>Sent</source>
      <translation>Sent</translation>
    </message>
    <message>
      <source>Stands there</source>
      <translation>Stands there</translation>
    </message>
    <message>
      <source>{n} chosen</source>
      <translation>{n} chosen</translation>
    </message>
    <message>
      <source>(no headline)</source>
      <translation>(no headline)</translation>
    </message>
    <message>
      <source>Open {address}</source>
      <translation>Open {address}</translation>
    </message>
    <message>
      <source>appears {time}</source>
      <translation>appears {time}</translation>
    </message>
    <message>
      <source>queued {time}</source>
      <translation>queued {time}</translation>
    </message>
    <message>
      <source>done {time}</source>
      <translation>done {time}</translation>
    </message>
    <message>
      <source>attempt {n}</source>
      <translation>attempt {n}</translation>
    </message>
    <message>
      <source>receipt: everything stands there as it was sent</source>
      <translation>receipt: everything stands there as it was sent</translation>
    </message>
  </context>
  <context>
    <name>Dialogs</name>
    <message>
      <source>http, https, mailto or tel; empty takes the link away.</source>
      <translation>http, https, mailto or tel; empty takes the link away.</translation>
    </message>
    <message>
      <source>Link</source>
      <translation>Link</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>Address</translation>
    </message>
    <message>
      <source>Caption</source>
      <translation>Caption</translation>
    </message>
    <message>
      <source>Credit</source>
      <translation>Credit</translation>
    </message>
    <message>
      <source>Description</source>
      <translation>Description</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>Picture</translation>
    </message>
    <message>
      <source>Insert pictures</source>
      <translation>Insert pictures</translation>
    </message>
    <message>
      <source>Pictures</source>
      <translation>Pictures</translation>
    </message>
    <message>
      <source>Rows</source>
      <translation>Rows</translation>
    </message>
    <message>
      <source>Columns</source>
      <translation>Columns</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>Table</translation>
    </message>
  </context>
  <context>
    <name>DisposalDialog</name>
    <message>
      <source>Disposal sheet</source>
      <translation>Disposal sheet</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Taken down by hand…</source>
      <translation>Taken down by hand…</translation>
    </message>
    <message>
      <source>Add a place…</source>
      <translation>Add a place…</translation>
    </message>
    <message>
      <source>Save as PDF…</source>
      <translation>Save as PDF…</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>Order</translation>
    </message>
    <message>
      <source>Reason of the withdrawal</source>
      <translation>Reason of the withdrawal</translation>
    </message>
    <message>
      <source>still to be entered: who ordered it, by which paper or call</source>
      <translation>still to be entered: who ordered it, by which paper or call</translation>
    </message>
    <message>
      <source>still to be entered</source>
      <translation>still to be entered</translation>
    </message>
    <message>
      <source>Places and what became of the article there</source>
      <translation>Places and what became of the article there</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>Place</translation>
    </message>
    <message>
      <source>State</source>
      <translation>State</translation>
    </message>
    <message>
      <source>Taken down</source>
      <translation>Taken down</translation>
    </message>
    <message>
      <source>A visitor gets</source>
      <translation>A visitor gets</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>Address</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>with a notice</source>
      <translation>with a notice</translation>
    </message>
    <message>
      <source>taken down</source>
      <translation>taken down</translation>
    </message>
    <message>
      <source>{number} · withdrawn by {name}, {time} ({form})</source>
      <translation>{number} · withdrawn by {name}, {time} ({form})</translation>
    </message>
    <message>
      <source>entered afterwards by {name}, {time}</source>
      <translation>entered afterwards by {name}, {time}</translation>
    </message>
    <message>
      <source>{n} places are open</source>
      <translation>{n} places are open</translation>
    </message>
    <message>
      <source>Everything is done</source>
      <translation>Everything is done</translation>
    </message>
    <message>
      <source>Order or reason is missing</source>
      <translation>Order or reason is missing</translation>
    </message>
    <message>
      <source>screenshot</source>
      <translation>screenshot</translation>
    </message>
    <message>
      <source>open</source>
      <translation>open</translation>
    </message>
    <message>
      <source>a notice stands there</source>
      <translation>a notice stands there</translation>
    </message>
    <message>
      <source>down</source>
      <translation>down</translation>
    </message>
    <message>
      <source>a list still names it</source>
      <translation>a list still names it</translation>
    </message>
    <message>
      <source>lists: nothing left</source>
      <translation>lists: nothing left</translation>
    </message>
    <message>
      <source>not looked at</source>
      <translation>not looked at</translation>
    </message>
    <message>
      <source>not all looked at</source>
      <translation>not all looked at</translation>
    </message>
  </context>
  <context>
    <name>EmergencyAtWork</name>
    <message>
      <source>Emergency pack of {n} selected articles</source>
      <translation>Emergency pack of {n} selected articles</translation>
    </message>
    <message>
      <source>Emergency pack of everything that is signed</source>
      <translation>Emergency pack of everything that is signed</translation>
    </message>
    <message>
      <source>Emergency pack.zip</source>
      <translation>Emergency pack.zip</translation>
    </message>
    <message>
      <source>The emergency pack is being written …</source>
      <translation>The emergency pack is being written …</translation>
    </message>
    <message>
      <source>{n} articles are in {file}.</source>
      <translation>{n} articles are in {file}.</translation>
    </message>
    <message>
      <source>{n} are not signed and stayed here.</source>
      <translation>{n} are not signed and stayed here.</translation>
    </message>
    <message>
      <source>The ledger does not say so: you sign for no level.</source>
      <translation>The ledger does not say so: you sign for no level.</translation>
    </message>
  </context>
  <context>
    <name>Empty</name>
    <message>
      <source>Nothing here yet</source>
      <translation>Nothing here yet</translation>
    </message>
    <message>
      <source>Write an article or take some in.</source>
      <translation>Write an article or take some in.</translation>
    </message>
    <message>
      <source>What is submitted comes here by itself. Look at the other levels, or read again.</source>
      <translation>What is submitted comes here by itself. Look at the other levels, or read again.</translation>
    </message>
    <message>
      <source>No article waits for this review</source>
      <translation>No article waits for this review</translation>
    </message>
    <message>
      <source>Nothing is published yet</source>
      <translation>Nothing is published yet</translation>
    </message>
    <message>
      <source>Signed articles come here when a target has taken them.</source>
      <translation>Signed articles come here when a target has taken them.</translation>
    </message>
    <message>
      <source>Nothing was returned</source>
      <translation>Nothing was returned</translation>
    </message>
    <message>
      <source>What is to be changed comes here with the reason.</source>
      <translation>What is to be changed comes here with the reason.</translation>
    </message>
    <message>
      <source>Nothing is submitted</source>
      <translation>Nothing is submitted</translation>
    </message>
    <message>
      <source>What you submit stands here until it is signed off.</source>
      <translation>What you submit stands here until it is signed off.</translation>
    </message>
    <message>
      <source>Nothing waits to be published</source>
      <translation>Nothing waits to be published</translation>
    </message>
    <message>
      <source>Articles come here when the last level has signed them off.</source>
      <translation>Articles come here when the last level has signed them off.</translation>
    </message>
    <message>
      <source>Nothing is on hold</source>
      <translation>Nothing is on hold</translation>
    </message>
    <message>
      <source>What is kept for later in review stands here.</source>
      <translation>What is kept for later in review stands here.</translation>
    </message>
    <message>
      <source>Nothing was refused</source>
      <translation>Nothing was refused</translation>
    </message>
    <message>
      <source>What is not used stands here and can be reopened.</source>
      <translation>What is not used stands here and can be reopened.</translation>
    </message>
    <message>
      <source>Nothing is withdrawn</source>
      <translation>Nothing is withdrawn</translation>
    </message>
    <message>
      <source>Withdrawn articles stand here with their disposal sheets.</source>
      <translation>Withdrawn articles stand here with their disposal sheets.</translation>
    </message>
    <message>
      <source>The archive is empty</source>
      <translation>The archive is empty</translation>
    </message>
    <message>
      <source>Choose articles in a list and archive them.</source>
      <translation>Choose articles in a list and archive them.</translation>
    </message>
    <message>
      <source>The waste bin is empty</source>
      <translation>The waste bin is empty</translation>
    </message>
    <message>
      <source>What is thrown away can be put back from here.</source>
      <translation>What is thrown away can be put back from here.</translation>
    </message>
    <message>
      <source>No article in this column</source>
      <translation>No article in this column</translation>
    </message>
    <message>
      <source>The column of an article stands in its slip.</source>
      <translation>The column of an article stands in its slip.</translation>
    </message>
    <message>
      <source>Nothing found</source>
      <translation>Nothing found</translation>
    </message>
    <message>
      <source>Try fewer or other words; Simplified and Traditional find one another.</source>
      <translation>Try fewer or other words; Simplified and Traditional find one another.</translation>
    </message>
  </context>
  <context>
    <name>Fields</name>
    <message>
      <source>{field}: {text}</source>
      <translation>{field}: {text}</translation>
    </message>
    <message>
      <source>Picture {n}</source>
      <translation>Picture {n}</translation>
    </message>
    <message>
      <source>Caption: {text}</source>
      <translation>Caption: {text}</translation>
    </message>
    <message>
      <source>Alternative text: {text}</source>
      <translation>Alternative text: {text}</translation>
    </message>
    <message>
      <source>File: {text}</source>
      <translation>File: {text}</translation>
    </message>
    <message>
      <source>, </source>
      <translation>, </translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>Summary</source>
      <translation>Summary</translation>
    </message>
    <message>
      <source>Column</source>
      <translation>Column</translation>
    </message>
    <message>
      <source>Tags</source>
      <translation>Tags</translation>
    </message>
    <message>
      <source>Headline</source>
      <translation>Headline</translation>
    </message>
    <message>
      <source>Cover</source>
      <translation>Cover</translation>
    </message>
    <message>
      <source>Number of pictures</source>
      <translation>Number of pictures</translation>
    </message>
    <message>
      <source>Byline</source>
      <translation>Byline</translation>
    </message>
    <message>
      <source>Variant</source>
      <translation>Variant</translation>
    </message>
    <message>
      <source>From the slip</source>
      <translation>From the slip</translation>
    </message>
    <message>
      <source>Kicker</source>
      <translation>Kicker</translation>
    </message>
    <message>
      <source>Subheadline</source>
      <translation>Subheadline</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Source</translation>
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
      <source>Sign-offs</source>
      <translation>Sign-offs</translation>
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
      <source>Origin</source>
      <translation>Origin</translation>
    </message>
    <message>
      <source>Address of the original</source>
      <translation>Address of the original</translation>
    </message>
    <message>
      <source>Headline of the original</source>
      <translation>Headline of the original</translation>
    </message>
    <message>
      <source>Authors of the original</source>
      <translation>Authors of the original</translation>
    </message>
    <message>
      <source>Number of the article</source>
      <translation>Number of the article</translation>
    </message>
    <message>
      <source>Key of the article</source>
      <translation>Key of the article</translation>
    </message>
    <message>
      <source>Proof of signing</source>
      <translation>Proof of signing</translation>
    </message>
    <message>
      <source>Name in the address</source>
      <translation>Name in the address</translation>
    </message>
    <message>
      <source>Published</source>
      <translation>Published</translation>
    </message>
    <message>
      <source>Changed</source>
      <translation>Changed</translation>
    </message>
    <message>
      <source>First published</source>
      <translation>First published</translation>
    </message>
    <message>
      <source>Signed revision</source>
      <translation>Signed revision</translation>
    </message>
    <message>
      <source>Mark of the content</source>
      <translation>Mark of the content</translation>
    </message>
    <message>
      <source>Link to the original page</source>
      <translation>Link to the original page</translation>
    </message>
    <message>
      <source>State</source>
      <translation>State</translation>
    </message>
  </context>
  <context>
    <name>FieldsDialog</name>
    <message>
      <source>OK</source>
      <translation>OK</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Cancel</translation>
    </message>
  </context>
  <context>
    <name>FindBar</name>
    <message>
      <source>Match case</source>
      <translation>Match case</translation>
    </message>
    <message>
      <source>Regular expression</source>
      <translation>Regular expression</translation>
    </message>
    <message>
      <source>Only in the selection</source>
      <translation>Only in the selection</translation>
    </message>
    <message>
      <source>Previous hit</source>
      <translation>Previous hit</translation>
    </message>
    <message>
      <source>Next hit</source>
      <translation>Next hit</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Replace</source>
      <translation>Replace</translation>
    </message>
    <message>
      <source>Replace all</source>
      <translation>Replace all</translation>
    </message>
    <message>
      <source>Find</source>
      <translation>Find</translation>
    </message>
    <message>
      <source>Replace with</source>
      <translation>Replace with</translation>
    </message>
    <message>
      <source>Not a pattern</source>
      <translation>Not a pattern</translation>
    </message>
    <message>
      <source>Too slow a pattern</source>
      <translation>Too slow a pattern</translation>
    </message>
    <message>
      <source>No hits</source>
      <translation>No hits</translation>
    </message>
  </context>
  <context>
    <name>FoundPane</name>
    <message>
      <source>Fields that stand there otherwise than they were signed</source>
      <translation>Fields that stand there otherwise than they were signed</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>Field</translation>
    </message>
    <message>
      <source>Signed</source>
      <translation>Signed</translation>
    </message>
    <message>
      <source>Stands there</source>
      <translation>Stands there</translation>
    </message>
    <message>
      <source>{field} (form only)</source>
      <translation>{field} (form only)</translation>
    </message>
    <message>
      <source>There stands “{title}”. The signed article is called “{ours}”: if it is another article, a correction would write over it.</source>
      <translation>There stands “{title}”. The signed article is called “{ours}”: if it is another article, a correction would write over it.</translation>
    </message>
    <message>
      <source>“{title}” stands there exactly as it was signed.</source>
      <translation>“{title}” stands there exactly as it was signed.</translation>
    </message>
    <message>
      <source>“{title}” stands there with the same words in another form.</source>
      <translation>“{title}” stands there with the same words in another form.</translation>
    </message>
    <message>
      <source>“{title}” stands there; {n} fields do not say what was signed. They are named in the receipt.</source>
      <translation>“{title}” stands there; {n} fields do not say what was signed. They are named in the receipt.</translation>
    </message>
  </context>
  <context>
    <name>GoesAtWork</name>
    <message>
      <source>What would go now</source>
      <translation>What would go now</translation>
    </message>
    <message>
      <source>Open an article first; then it can be shown what goes of it.</source>
      <translation>Open an article first; then it can be shown what goes of it.</translation>
    </message>
    <message>
      <source>There is no target yet; add one under “Targets”.</source>
      <translation>There is no target yet; add one under “Targets”.</translation>
    </message>
    <message>
      <source>What goes there</source>
      <translation>What goes there</translation>
    </message>
  </context>
  <context>
    <name>GoesDialog</name>
    <message>
      <source>Target</source>
      <translation>Target</translation>
    </message>
    <message>
      <source>Articles</source>
      <translation>Articles</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>Field</translation>
    </message>
    <message>
      <source>What goes</source>
      <translation>What goes</translation>
    </message>
    <message>
      <source>Fields as they go</source>
      <translation>Fields as they go</translation>
    </message>
    <message>
      <source>The chosen field, whole</source>
      <translation>The chosen field, whole</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>{target}: {n} articles</source>
      <translation>{target}: {n} articles</translation>
    </message>
    <message>
      <source>(no headline)</source>
      <translation>(no headline)</translation>
    </message>
    <message>
      <source>Nothing would go now</source>
      <translation>Nothing would go now</translation>
    </message>
    <message>
      <source>What waits for its time is under “Scheduled”.</source>
      <translation>What waits for its time is under “Scheduled”.</translation>
    </message>
    <message>
      <source>not kept</source>
      <translation>not kept</translation>
    </message>
    <message>
      <source>It would be held: {n} things cannot go there.</source>
      <translation>It would be held: {n} things cannot go there.</translation>
    </message>
    <message>
      <source>This target is made as a whole: all articles in one, looked at where it stands.</source>
      <translation>This target is made as a whole: all articles in one, looked at where it stands.</translation>
    </message>
    <message>
      <source>It would go now and appear at {time}.</source>
      <translation>It would go now and appear at {time}.</translation>
    </message>
    <message>
      <source>It would appear at once.</source>
      <translation>It would appear at once.</translation>
    </message>
  </context>
  <context>
    <name>GoingBar</name>
    <message>
      <source>Progress</source>
      <translation>Progress</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>Send now</source>
      <translation>Send now</translation>
    </message>
    <message>
      <source>Publishing {done}/{total}</source>
      <translation>Publishing {done}/{total}</translation>
    </message>
    <message>
      <source>{n} a minute</source>
      <translation>{n} a minute</translation>
    </message>
  </context>
  <context>
    <name>HabitsAtWork</name>
    <message>
      <source>System</source>
      <translation>System</translation>
    </message>
    <message>
      <source>Library</source>
      <translation>Library</translation>
    </message>
    <message>
      <source>Own data</source>
      <translation>Own data</translation>
    </message>
    <message>
      <source>Go to number</source>
      <translation>Go to number</translation>
    </message>
    <message>
      <source>Number or the last part of it</source>
      <translation>Number or the last part of it</translation>
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
    <name>History</name>
    <message>
      <source>Saved</source>
      <translation>Saved</translation>
    </message>
    <message>
      <source>Conversion</source>
      <translation>Conversion</translation>
    </message>
    <message>
      <source>Paste</source>
      <translation>Paste</translation>
    </message>
    <message>
      <source>Before restoring</source>
      <translation>Before restoring</translation>
    </message>
    <message>
      <source>Recovered</source>
      <translation>Recovered</translation>
    </message>
    <message>
      <source>Written over</source>
      <translation>Written over</translation>
    </message>
    <message>
      <source>Not taken</source>
      <translation>Not taken</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Today</translation>
    </message>
    <message>
      <source>Yesterday</source>
      <translation>Yesterday</translation>
    </message>
    <message>
      <source>MMMM d</source>
      <translation>MMMM d</translation>
    </message>
    <message>
      <source>MMMM d, yyyy</source>
      <translation>MMMM d, yyyy</translation>
    </message>
    <message>
      <source>{n} characters</source>
      <translation>{n} characters</translation>
    </message>
    <message>
      <source>This version ↔ now</source>
      <translation>This version ↔ now</translation>
    </message>
    <message>
      <source>{day} {time} ↔ now</source>
      <translation>{day} {time} ↔ now</translation>
    </message>
  </context>
  <context>
    <name>HistoryView</name>
    <message>
      <source>History</source>
      <translation>History</translation>
    </message>
    <message>
      <source>Versions</source>
      <translation>Versions</translation>
    </message>
    <message>
      <source>Put this version back</source>
      <translation>Put this version back</translation>
    </message>
    <message>
      <source>{n} versions</source>
      <translation>{n} versions</translation>
    </message>
    <message>
      <source>No version was kept yet</source>
      <translation>No version was kept yet</translation>
    </message>
    <message>
      <source>Each save, conversion, long paste and recovery is kept here, and can be put back.</source>
      <translation>Each save, conversion, long paste and recovery is kept here, and can be put back.</translation>
    </message>
    <message>
      <source>The text is locked: versions can be read here, not put back.</source>
      <translation>The text is locked: versions can be read here, not put back.</translation>
    </message>
    <message>
      <source>This version is what stands there now.</source>
      <translation>This version is what stands there now.</translation>
    </message>
    <message>
      <source>What stands there now is kept first; one undo brings it back.</source>
      <translation>What stands there now is kept first; one undo brings it back.</translation>
    </message>
  </context>
  <context>
    <name>HoldDialog</name>
    <message>
      <source>Hold everything back</source>
      <translation>Hold everything back</translation>
    </message>
    <message>
      <source>Nothing goes to the ticked targets until you release it. {n} scheduled articles are waiting; what targets keep for later is taken back there. What is out already stays.</source>
      <translation>Nothing goes to the ticked targets until you release it. {n} scheduled articles are waiting; what targets keep for later is taken back there. What is out already stays.</translation>
    </message>
    <message>
      <source>Targets</source>
      <translation>Targets</translation>
    </message>
    <message>
      <source>Reason, for example who asked for it</source>
      <translation>Reason, for example who asked for it</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Hold back</source>
      <translation>Hold back</translation>
    </message>
  </context>
  <context>
    <name>HoldingAtWork</name>
    <message>
      <source>Held back: {names}.</source>
      <translation>Held back: {names}.</translation>
    </message>
    <message>
      <source>Released: what waits goes on.</source>
      <translation>Released: what waits goes on.</translation>
    </message>
  </context>
  <context>
    <name>Inspector</name>
    <message>
      <source>Inspector</source>
      <translation>Inspector</translation>
    </message>
  </context>
  <context>
    <name>Intake</name>
    <message>
      <source>to decide</source>
      <translation>to decide</translation>
    </message>
    <message>
      <source>mended</source>
      <translation>mended</translation>
    </message>
    <message>
      <source>accepted</source>
      <translation>accepted</translation>
    </message>
    <message>
      <source>put back</source>
      <translation>put back</translation>
    </message>
    <message>
      <source>left as it came</source>
      <translation>left as it came</translation>
    </message>
    <message>
      <source>written anew</source>
      <translation>written anew</translation>
    </message>
    <message>
      <source>(nothing)</source>
      <translation>(nothing)</translation>
    </message>
    <message>
      <source>Paragraph {n}</source>
      <translation>Paragraph {n}</translation>
    </message>
    <message>
      <source>{n} % sure</source>
      <translation>{n} % sure</translation>
    </message>
    <message>
      <source>, </source>
      <translation>, </translation>
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
      <translation>Import articles</translation>
    </message>
    <message>
      <source>Articles</source>
      <translation>Articles</translation>
    </message>
    <message>
      <source>All files</source>
      <translation>All files</translation>
    </message>
    <message>
      <source>Import a folder</source>
      <translation>Import a folder</translation>
    </message>
    <message>
      <source>An import goes on; drop the files once more when it is done.</source>
      <translation>An import goes on; drop the files once more when it is done.</translation>
    </message>
    <message>
      <source>Import stopped; what came in stays</source>
      <translation>Import stopped; what came in stays</translation>
    </message>
    <message>
      <source>Importing {done} of {total} …</source>
      <translation>Importing {done} of {total} …</translation>
    </message>
    <message>
      <source>Importing …</source>
      <translation>Importing …</translation>
    </message>
    <message>
      <source>Imported: {n} places mended</source>
      <translation>Imported: {n} places mended</translation>
    </message>
    <message>
      <source>Imported</source>
      <translation>Imported</translation>
    </message>
    <message>
      <source>{told} · {key} shows the intake report</source>
      <translation>{told} · {key} shows the intake report</translation>
    </message>
    <message>
      <source>Markdown with the slip</source>
      <translation>Markdown with the slip</translation>
    </message>
    <message>
      <source>Web page</source>
      <translation>Web page</translation>
    </message>
    <message>
      <source>Save a copy</source>
      <translation>Save a copy</translation>
    </message>
    <message>
      <source>A copy was saved as {file}.</source>
      <translation>A copy was saved as {file}.</translation>
    </message>
  </context>
  <context>
    <name>JudgingPanel</name>
    <message>
      <source>Opinion</source>
      <translation>Opinion</translation>
    </message>
    <message>
      <source>Write an opinion; it is kept with the record</source>
      <translation>Write an opinion; it is kept with the record</translation>
    </message>
    <message>
      <source>Passing records {n} places as corrected in review</source>
      <translation>Passing records {n} places as corrected in review</translation>
    </message>
    <message>
      <source>{share} % were changed, more than {limit} %: the levels below read it again</source>
      <translation>{share} % were changed, more than {limit} %: the levels below read it again</translation>
    </message>
    <message>
      <source>{told}. {more}</source>
      <translation>{told}. {more}</translation>
    </message>
    <message>
      <source>The draft of {name} makes a new text: no sign-off stays</source>
      <translation>The draft of {name} makes a new text: no sign-off stays</translation>
    </message>
    <message>
      <source>{reason}: {more}</source>
      <translation>{reason}: {more}</translation>
    </message>
  </context>
  <context>
    <name>Keeping</name>
    <message>
      <source>Not saved yet</source>
      <translation>Not saved yet</translation>
    </message>
    <message>
      <source>Saved on this computer</source>
      <translation>Saved on this computer</translation>
    </message>
    <message>
      <source>Saved in the library</source>
      <translation>Saved in the library</translation>
    </message>
  </context>
  <context>
    <name>KeepingRoom</name>
    <message>
      <source>The whole text is on the clipboard.</source>
      <translation>The whole text is on the clipboard.</translation>
    </message>
    <message>
      <source>Save a copy elsewhere</source>
      <translation>Save a copy elsewhere</translation>
    </message>
    <message>
      <source>A copy was saved as {file}.</source>
      <translation>A copy was saved as {file}.</translation>
    </message>
  </context>
  <context>
    <name>KeysDialog</name>
    <message>
      <source>Keys</source>
      <translation>Keys</translation>
    </message>
  </context>
  <context>
    <name>Level</name>
    <message>
      <source>Reporter</source>
      <translation>Reporter</translation>
    </message>
    <message>
      <source>First review</source>
      <translation>First review</translation>
    </message>
    <message>
      <source>Second review</source>
      <translation>Second review</translation>
    </message>
    <message>
      <source>Final review</source>
      <translation>Final review</translation>
    </message>
    <message>
      <source>Administration</source>
      <translation>Administration</translation>
    </message>
  </context>
  <context>
    <name>LineDelegate</name>
    <message>
      <source>differs</source>
      <translation>differs</translation>
    </message>
    <message>
      <source>take down</source>
      <translation>take down</translation>
    </message>
    <message>
      <source>(no headline)</source>
      <translation>(no headline)</translation>
    </message>
  </context>
  <context>
    <name>LyingAtWork</name>
    <message>
      <source>Open articles</source>
      <translation>Open articles</translation>
    </message>
    <message>
      <source>(no headline)</source>
      <translation>(no headline)</translation>
    </message>
    <message numerus="yes">
      <source>%n open article(s)</source>
      <translation>
        <numerusform>%n open article</numerusform>
        <numerusform>%n open articles</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>MembersAtWork</name>
    <message>
      <source>There is no newsroom yet; enter a name to sign with first.</source>
      <translation>There is no newsroom yet; enter a name to sign with first.</translation>
    </message>
    <message>
      <source>The rules are changed; they hold for what is submitted from now on.</source>
      <translation>The rules are changed; they hold for what is submitted from now on.</translation>
    </message>
    <message>
      <source>PIN</source>
      <translation>PIN</translation>
    </message>
    <message>
      <source>PIN so far</source>
      <translation>PIN so far</translation>
    </message>
    <message>
      <source>New PIN, 4 to 12 characters; empty takes it off</source>
      <translation>New PIN, 4 to 12 characters; empty takes it off</translation>
    </message>
  </context>
  <context>
    <name>MembersDialog</name>
    <message>
      <source>People and levels</source>
      <translation>People and levels</translation>
    </message>
    <message>
      <source>People</source>
      <translation>People</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Change</translation>
    </message>
    <message>
      <source>Leaves the newsroom</source>
      <translation>Leaves the newsroom</translation>
    </message>
    <message>
      <source>PIN…</source>
      <translation>PIN…</translation>
    </message>
    <message>
      <source>Name of somebody new</source>
      <translation>Name of somebody new</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Add</translation>
    </message>
    <message>
      <source>left</source>
      <translation>left</translation>
    </message>
    <message>
      <source>Signs on this computer.</source>
      <translation>Signs on this computer.</translation>
    </message>
    <message>
      <source>Has no key here.</source>
      <translation>Has no key here.</translation>
    </message>
  </context>
  <context>
    <name>Menu</name>
    <message>
      <source>&amp;File</source>
      <translation>&amp;File</translation>
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation>&amp;Edit</translation>
    </message>
    <message>
      <source>F&amp;ormat</source>
      <translation>F&amp;ormat</translation>
    </message>
    <message>
      <source>&amp;Article</source>
      <translation>&amp;Article</translation>
    </message>
    <message>
      <source>&amp;Review</source>
      <translation>&amp;Review</translation>
    </message>
    <message>
      <source>&amp;Publish</source>
      <translation>&amp;Publish</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>&amp;View</translation>
    </message>
    <message>
      <source>&amp;Tools</source>
      <translation>&amp;Tools</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>&amp;Help</translation>
    </message>
  </context>
  <context>
    <name>Merging</name>
    <message>
      <source>Open one article and choose another one in the list with Ctrl; then it can be put in.</source>
      <translation>Open one article and choose another one in the list with Ctrl; then it can be put in.</translation>
    </message>
    <message>
      <source>Put in &amp;here, at the caret</source>
      <translation>Put in &amp;here, at the caret</translation>
    </message>
    <message>
      <source>Put in at the &amp;end</source>
      <translation>Put in at the &amp;end</translation>
    </message>
    <message>
      <source>&amp;Cancel</source>
      <translation>&amp;Cancel</translation>
    </message>
    <message>
      <source>The text changed meanwhile; nothing was put in. Do it once more.</source>
      <translation>The text changed meanwhile; nothing was put in. Do it once more.</translation>
    </message>
    <message>
      <source>“{headline}” was put in.</source>
      <translation>“{headline}” was put in.</translation>
    </message>
  </context>
  <context>
    <name>MissedDialog</name>
    <message>
      <source>The time of these articles has passed</source>
      <translation>The time of these articles has passed</translation>
    </message>
    <message>
      <source>This computer was to send them and the program was not running. Nothing was sent; nothing is sent at all until you have decided about the ticked ones.</source>
      <translation>This computer was to send them and the program was not running. Nothing was sent; nothing is sent at all until you have decided about the ticked ones.</translation>
    </message>
    <message>
      <source>Missed articles</source>
      <translation>Missed articles</translation>
    </message>
    <message>
      <source>Decide later</source>
      <translation>Decide later</translation>
    </message>
    <message>
      <source>Take out of the queue</source>
      <translation>Take out of the queue</translation>
    </message>
    <message>
      <source>Send now</source>
      <translation>Send now</translation>
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
      <source>Publishing queue</source>
      <translation>Publishing queue</translation>
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
    <name>Offering</name>
    <message>
      <source>{n} as usual in this column</source>
      <translation>{n} as usual in this column</translation>
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
    <name>Outbox</name>
    <message>
      <source>Compare and decide…</source>
      <translation>Compare and decide…</translation>
    </message>
    <message>
      <source>Register as done…</source>
      <translation>Register as done…</translation>
    </message>
    <message>
      <source>Published by hand…</source>
      <translation>Published by hand…</translation>
    </message>
    <message>
      <source>Receipts…</source>
      <translation>Receipts…</translation>
    </message>
    <message>
      <source>Disposal sheet…</source>
      <translation>Disposal sheet…</translation>
    </message>
    <message>
      <source>Send again</source>
      <translation>Send again</translation>
    </message>
    <message>
      <source>Take out of the queue</source>
      <translation>Take out of the queue</translation>
    </message>
    <message>
      <source>What goes there…</source>
      <translation>What goes there…</translation>
    </message>
    <message>
      <source>Withdraw everywhere…</source>
      <translation>Withdraw everywhere…</translation>
    </message>
    <message>
      <source>Open the page</source>
      <translation>Open the page</translation>
    </message>
    <message>
      <source>To the article</source>
      <translation>To the article</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>Waiting</translation>
    </message>
    <message>
      <source>Being sent</source>
      <translation>Being sent</translation>
    </message>
    <message>
      <source>Unknown, being checked</source>
      <translation>Unknown, being checked</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Done</translation>
    </message>
    <message>
      <source>Held</source>
      <translation>Held</translation>
    </message>
    <message>
      <source>Canceled</source>
      <translation>Canceled</translation>
    </message>
    <message>
      <source>To be done by hand</source>
      <translation>To be done by hand</translation>
    </message>
    <message>
      <source>Held back</source>
      <translation>Held back</translation>
    </message>
    <message>
      <source>Scheduled</source>
      <translation>Scheduled</translation>
    </message>
    <message>
      <source>Goes when there is a network</source>
      <translation>Goes when there is a network</translation>
    </message>
    <message>
      <source>Tried again soon</source>
      <translation>Tried again soon</translation>
    </message>
    <message>
      <source>Taken down</source>
      <translation>Taken down</translation>
    </message>
    <message>
      <source>Taken down since</source>
      <translation>Taken down since</translation>
    </message>
    <message>
      <source>Published by hand</source>
      <translation>Published by hand</translation>
    </message>
    <message>
      <source>Scheduled there</source>
      <translation>Scheduled there</translation>
    </message>
    <message>
      <source>On the site</source>
      <translation>On the site</translation>
    </message>
    <message>
      <source>this computer sends</source>
      <translation>this computer sends</translation>
    </message>
    <message>
      <source>the target publishes</source>
      <translation>the target publishes</translation>
    </message>
    <message>
      <source>held back</source>
      <translation>held back</translation>
    </message>
    <message>
      <source>tomorrow {time}</source>
      <translation>tomorrow {time}</translation>
    </message>
    <message>
      <source>WordPress</source>
      <translation>WordPress</translation>
    </message>
    <message>
      <source>Wagtail</source>
      <translation>Wagtail</translation>
    </message>
    <message>
      <source>WeChat Official Account (drafts)</source>
      <translation>WeChat Official Account (drafts)</translation>
    </message>
    <message>
      <source>Hugo (folder of a site)</source>
      <translation>Hugo (folder of a site)</translation>
    </message>
    <message>
      <source>Website (folder)</source>
      <translation>Website (folder)</translation>
    </message>
    <message>
      <source>Folder with files</source>
      <translation>Folder with files</translation>
    </message>
    <message>
      <source>Server by SFTP</source>
      <translation>Server by SFTP</translation>
    </message>
    <message>
      <source>Without an interface (by hand)</source>
      <translation>Without an interface (by hand)</translation>
    </message>
    <message>
      <source>The site's REST interface with an application password of an editor.</source>
      <translation>The site's REST interface with an application password of an editor.</translation>
    </message>
    <message>
      <source>The site's interface for writing, with a token.</source>
      <translation>The site's interface for writing, with a token.</translation>
    </message>
    <message>
      <source>Articles become drafts there; an editor sends them out by phone.</source>
      <translation>Articles become drafts there; an editor sends them out by phone.</translation>
    </message>
    <message>
      <source>Pages with front matter; the site is built from them.</source>
      <translation>Pages with front matter; the site is built from them.</translation>
    </message>
    <message>
      <source>A whole site of web pages, made here.</source>
      <translation>A whole site of web pages, made here.</translation>
    </message>
    <message>
      <source>One file for each article, for whatever reads them.</source>
      <translation>One file for each article, for whatever reads them.</translation>
    </message>
    <message>
      <source>A folder of another computer.</source>
      <translation>A folder of another computer.</translation>
    </message>
    <message>
      <source>抖音, 视频号, 头条 …: a person publishes there and registers it here.</source>
      <translation>抖音, 视频号, 头条 …: a person publishes there and registers it here.</translation>
    </message>
  </context>
  <context>
    <name>OutboxAtWork</name>
    <message>
      <source>Stopped; what waits goes when you send it.</source>
      <translation>Stopped; what waits goes when you send it.</translation>
    </message>
    <message>
      <source>Everything that waits is held back.</source>
      <translation>Everything that waits is held back.</translation>
    </message>
    <message>
      <source>Nothing waits.</source>
      <translation>Nothing waits.</translation>
    </message>
    <message>
      <source>Next: {time}</source>
      <translation>Next: {time}</translation>
    </message>
    <message>
      <source>What goes there</source>
      <translation>What goes there</translation>
    </message>
    <message>
      <source>{n} taken out of the queue; what is on its way ends properly.</source>
      <translation>{n} taken out of the queue; what is on its way ends properly.</translation>
    </message>
    <message>
      <source>No program here opens this; it stands at {path}</source>
      <translation>No program here opens this; it stands at {path}</translation>
    </message>
    <message>
      <source>You may not withdraw this article; who may stands in its review tab.</source>
      <translation>You may not withdraw this article; who may stands in its review tab.</translation>
    </message>
    <message>
      <source>It is being taken down at {n} places; the disposal sheet says what is still to be done.</source>
      <translation>It is being taken down at {n} places; the disposal sheet says what is still to be done.</translation>
    </message>
  </context>
  <context>
    <name>OutboxWindow</name>
    <message>
      <source>Publishing queue</source>
      <translation>Publishing queue</translation>
    </message>
    <message>
      <source>Batches</source>
      <translation>Batches</translation>
    </message>
    <message>
      <source>Articles of the batch</source>
      <translation>Articles of the batch</translation>
    </message>
    <message>
      <source>All states</source>
      <translation>All states</translation>
    </message>
    <message>
      <source>Target</source>
      <translation>Target</translation>
    </message>
    <message>
      <source>State</source>
      <translation>State</translation>
    </message>
    <message>
      <source>All targets</source>
      <translation>All targets</translation>
    </message>
    <message>
      <source>Held back: {names}. {why}</source>
      <translation>Held back: {names}. {why}</translation>
    </message>
    <message>
      <source>{n} articles</source>
      <translation>{n} articles</translation>
    </message>
    <message>
      <source>Articles with a time of publication or an embargo stand here, the next one first.</source>
      <translation>Articles with a time of publication or an embargo stand here, the next one first.</translation>
    </message>
    <message>
      <source>Nothing is scheduled</source>
      <translation>Nothing is scheduled</translation>
    </message>
    <message>
      <source>Signed articles come here when they are published to a target.</source>
      <translation>Signed articles come here when they are published to a target.</translation>
    </message>
    <message>
      <source>Nothing here</source>
      <translation>Nothing here</translation>
    </message>
  </context>
  <context>
    <name>OutlineList</name>
    <message>
      <source>Outline</source>
      <translation>Outline</translation>
    </message>
  </context>
  <context>
    <name>Page</name>
    <message>
      <source>Comparison</source>
      <translation>Comparison</translation>
    </message>
  </context>
  <context>
    <name>Palette</name>
    <message>
      <source>What do you want to do?</source>
      <translation>What do you want to do?</translation>
    </message>
    <message>
      <source>Command</source>
      <translation>Command</translation>
    </message>
    <message>
      <source>Commands</source>
      <translation>Commands</translation>
    </message>
  </context>
  <context>
    <name>PaletteAtWork</name>
    <message>
      <source>Go to</source>
      <translation>Go to</translation>
    </message>
    <message>
      <source>Change person</source>
      <translation>Change person</translation>
    </message>
  </context>
  <context>
    <name>Paper</name>
    <message>
      <source>Preview</source>
      <translation>Preview</translation>
    </message>
  </context>
  <context>
    <name>PeopleAtWork</name>
    <message>
      <source>Nobody can sign here yet…</source>
      <translation>Nobody can sign here yet…</translation>
    </message>
    <message>
      <source>Change person</source>
      <translation>Change person</translation>
    </message>
    <message>
      <source>PIN of {name}</source>
      <translation>PIN of {name}</translation>
    </message>
    <message>
      <source>Signing key</source>
      <translation>Signing key</translation>
    </message>
    <message>
      <source>Pass phrase for your signing key</source>
      <translation>Pass phrase for your signing key</translation>
    </message>
  </context>
  <context>
    <name>PictureCard</name>
    <message>
      <source>Replace…</source>
      <translation>Replace…</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Open</translation>
    </message>
    <message>
      <source>Take out of the text</source>
      <translation>Take out of the text</translation>
    </message>
    <message>
      <source>The file says where it was taken; take that out</source>
      <translation>The file says where it was taken; take that out</translation>
    </message>
    <message>
      <source>Caption</source>
      <translation>Caption</translation>
    </message>
    <message>
      <source>Who, where, what is seen</source>
      <translation>Who, where, what is seen</translation>
    </message>
    <message>
      <source>Credit</source>
      <translation>Credit</translation>
    </message>
    <message>
      <source>Photographer or source</source>
      <translation>Photographer or source</translation>
    </message>
    <message>
      <source>Description</source>
      <translation>Description</translation>
    </message>
    <message>
      <source>For readers who cannot see it</source>
      <translation>For readers who cannot see it</translation>
    </message>
    <message>
      <source>Picture {n}</source>
      <translation>Picture {n}</translation>
    </message>
    <message>
      <source>Missing: {fields}</source>
      <translation>Missing: {fields}</translation>
    </message>
    <message>
      <source>, </source>
      <translation>, </translation>
    </message>
    <message>
      <source>Not in the library</source>
      <translation>Not in the library</translation>
    </message>
    <message>
      <source>The picture is not here</source>
      <translation>The picture is not here</translation>
    </message>
    <message>
      <source>Cannot be read</source>
      <translation>Cannot be read</translation>
    </message>
  </context>
  <context>
    <name>PicturesAtWork</name>
    <message>
      <source>Pictures</source>
      <translation>Pictures</translation>
    </message>
    <message>
      <source>Insert pictures</source>
      <translation>Insert pictures</translation>
    </message>
    <message>
      <source>Replace the picture</source>
      <translation>Replace the picture</translation>
    </message>
    <message>
      <source>Another article was opened meanwhile; insert the pictures there again.</source>
      <translation>Another article was opened meanwhile; insert the pictures there again.</translation>
    </message>
    <message>
      <source>The place where it was taken was removed from {n} pictures.</source>
      <translation>The place where it was taken was removed from {n} pictures.</translation>
    </message>
  </context>
  <context>
    <name>PicturesPane</name>
    <message>
      <source>Insert pictures…</source>
      <translation>Insert pictures…</translation>
    </message>
    <message>
      <source>No article is open</source>
      <translation>No article is open</translation>
    </message>
    <message>
      <source>Its pictures are shown here.</source>
      <translation>Its pictures are shown here.</translation>
    </message>
    <message>
      <source>Drop pictures here or insert them; they are kept once and go along with the article.</source>
      <translation>Drop pictures here or insert them; they are kept once and go along with the article.</translation>
    </message>
    <message>
      <source>No pictures yet</source>
      <translation>No pictures yet</translation>
    </message>
    <message>
      <source>{n} pictures</source>
      <translation>{n} pictures</translation>
    </message>
  </context>
  <context>
    <name>PlanList</name>
    <message>
      <source>Number</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>Headline</source>
      <translation>Headline</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>Result</translation>
    </message>
    <message>
      <source>What will go and what cannot</source>
      <translation>What will go and what cannot</translation>
    </message>
    <message>
      <source>(no headline)</source>
      <translation>(no headline)</translation>
    </message>
    <message>
      <source>will wait and appear {time}</source>
      <translation>will wait and appear {time}</translation>
    </message>
    <message>
      <source>will go</source>
      <translation>will go</translation>
    </message>
    <message>
      <source>review copy, marked as not signed</source>
      <translation>review copy, marked as not signed</translation>
    </message>
    <message>
      <source>published</source>
      <translation>published</translation>
    </message>
    <message>
      <source>stood there already, unchanged</source>
      <translation>stood there already, unchanged</translation>
    </message>
    <message>
      <source>in the queue</source>
      <translation>in the queue</translation>
    </message>
    <message>
      <source>not begun</source>
      <translation>not begun</translation>
    </message>
  </context>
  <context>
    <name>PreferencesDialog</name>
    <message>
      <source>Preferences</source>
      <translation>Preferences</translation>
    </message>
    <message>
      <source>Pages of the preferences</source>
      <translation>Pages of the preferences</translation>
    </message>
    <message>
      <source>Rules of the checks</source>
      <translation>Rules of the checks</translation>
    </message>
    <message>
      <source>Look</source>
      <translation>Look</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>Checks</source>
      <translation>Checks</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Like the system</source>
      <translation>Like the system</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Light</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Dark</translation>
    </message>
    <message>
      <source>Paper</source>
      <translation>Paper</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>Theme</translation>
    </message>
    <message>
      <source>Size of the interface</source>
      <translation>Size of the interface</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Language</translation>
    </message>
    <message>
      <source>Another language is used from the next start on.</source>
      <translation>Another language is used from the next start on.</translation>
    </message>
    <message>
      <source>Dense list</source>
      <translation>Dense list</translation>
    </message>
    <message>
      <source>Show the menu bar</source>
      <translation>Show the menu bar</translation>
    </message>
    <message>
      <source>Size of the text</source>
      <translation>Size of the text</translation>
    </message>
    <message>
      <source>Line height</source>
      <translation>Line height</translation>
    </message>
    <message>
      <source>Gaotai's own</source>
      <translation>Gaotai's own</translation>
    </message>
    <message>
      <source>Font of the text</source>
      <translation>Font of the text</translation>
    </message>
    <message>
      <source>Show paragraphs with two characters of indent</source>
      <translation>Show paragraphs with two characters of indent</translation>
    </message>
    <message>
      <source>Keep the line in the middle while typing</source>
      <translation>Keep the line in the middle while typing</translation>
    </message>
    <message>
      <source>Check while writing</source>
      <translation>Check while writing</translation>
    </message>
    <message>
      <source>These rules hold for the whole newsroom on this library.</source>
      <translation>These rules hold for the whole newsroom on this library.</translation>
    </message>
  </context>
  <context>
    <name>PreviewAtWork</name>
    <message>
      <source>Preview</source>
      <translation>Preview</translation>
    </message>
    <message>
      <source>Open an article first; then it can be copied as a picture.</source>
      <translation>Open an article first; then it can be copied as a picture.</translation>
    </message>
    <message>
      <source>For review · not published</source>
      <translation>For review · not published</translation>
    </message>
    <message>
      <source>{n} pictures marked for review are on the clipboard as files; paste them into a chat.</source>
      <translation>{n} pictures marked for review are on the clipboard as files; paste them into a chat.</translation>
    </message>
    <message>
      <source>A picture marked for review is on the clipboard; paste it into a chat.</source>
      <translation>A picture marked for review is on the clipboard; paste it into a chat.</translation>
    </message>
    <message>
      <source>The pictures could not be written; free some space and copy again.</source>
      <translation>The pictures could not be written; free some space and copy again.</translation>
    </message>
  </context>
  <context>
    <name>PreviewPane</name>
    <message>
      <source>Nothing to preview</source>
      <translation>Nothing to preview</translation>
    </message>
    <message>
      <source>Open an article; its page is shown here while you write.</source>
      <translation>Open an article; its page is shown here while you write.</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>Phone</translation>
    </message>
    <message>
      <source>Desktop</source>
      <translation>Desktop</translation>
    </message>
    <message>
      <source>Print</source>
      <translation>Print</translation>
    </message>
    <message>
      <source>Preview: {what}</source>
      <translation>Preview: {what}</translation>
    </message>
    <message>
      <source>Back to the text (Esc)</source>
      <translation>Back to the text (Esc)</translation>
    </message>
    <message>
      <source>Larger, in the middle of the window</source>
      <translation>Larger, in the middle of the window</translation>
    </message>
    <message>
      <source>{n} pages</source>
      <translation>{n} pages</translation>
    </message>
  </context>
  <context>
    <name>ProofsAtWork</name>
    <message>
      <source>Checks</source>
      <translation>Checks</translation>
    </message>
  </context>
  <context>
    <name>ProofsPanel</name>
    <message>
      <source>Findings</source>
      <translation>Findings</translation>
    </message>
    <message>
      <source>Nothing found</source>
      <translation>Nothing found</translation>
    </message>
    <message>
      <source>The checks have nothing to say about this text.</source>
      <translation>The checks have nothing to say about this text.</translation>
    </message>
    <message>
      <source>Fix</source>
      <translation>Fix</translation>
    </message>
    <message>
      <source>Ignore here</source>
      <translation>Ignore here</translation>
    </message>
    <message>
      <source>In this article</source>
      <translation>In this article</translation>
    </message>
    <message>
      <source>In this newsroom</source>
      <translation>In this newsroom</translation>
    </message>
    <message>
      <source>{n} to look at</source>
      <translation>{n} to look at</translation>
    </message>
    <message>
      <source>{errors} errors · {rest} hints</source>
      <translation>{errors} errors · {rest} hints</translation>
    </message>
  </context>
  <context>
    <name>QueueAtWork</name>
    <message>
      <source>Nothing waits here.</source>
      <translation>Nothing waits here.</translation>
    </message>
    <message>
      <source>All done: {n} judged.</source>
      <translation>All done: {n} judged.</translation>
    </message>
  </context>
  <context>
    <name>QueueStrip</name>
    <message>
      <source>Previous article of the list</source>
      <translation>Previous article of the list</translation>
    </message>
    <message>
      <source>Next article of the list</source>
      <translation>Next article of the list</translation>
    </message>
    <message>
      <source>Stop going through the list</source>
      <translation>Stop going through the list</translation>
    </message>
    <message>
      <source>{left} to go, {done} done</source>
      <translation>{left} to go, {done} done</translation>
    </message>
  </context>
  <context>
    <name>QuietLine</name>
    <message>
      <source>Close this line</source>
      <translation>Close this line</translation>
    </message>
  </context>
  <context>
    <name>QuietOffers</name>
    <message>
      <source>This paragraph has {n} characters: hard to read on a phone.</source>
      <translation>This paragraph has {n} characters: hard to read on a phone.</translation>
    </message>
    <message>
      <source>Split behind sentences</source>
      <translation>Split behind sentences</translation>
    </message>
    <message>
      <source>{n} pictures were not on the clipboard; their places are marked. Drop the files there.</source>
      <translation>{n} pictures were not on the clipboard; their places are marked. Drop the files there.</translation>
    </message>
    <message>
      <source>The pasted text had tracked changes; it stands there with all of them accepted.</source>
      <translation>The pasted text had tracked changes; it stands there with all of them accepted.</translation>
    </message>
    <message>
      <source>Take the text before the changes</source>
      <translation>Take the text before the changes</translation>
    </message>
  </context>
  <context>
    <name>Rail</name>
    <message>
      <source>To confirm</source>
      <translation>To confirm</translation>
    </message>
    <message>
      <source>Places to confirm</source>
      <translation>Places to confirm</translation>
    </message>
    <message>
      <source>Word that is always written so</source>
      <translation>Word that is always written so</translation>
    </message>
    <message>
      <source>{done}/{all} confirmed</source>
      <translation>{done}/{all} confirmed</translation>
    </message>
    <message>
      <source>No new place to confirm; what you decided before was kept.</source>
      <translation>No new place to confirm; what you decided before was kept.</translation>
    </message>
    <message>
      <source>Nothing to confirm: words decide every place.</source>
      <translation>Nothing to confirm: words decide every place.</translation>
    </message>
    <message>
      <source>Tinted: character by character</source>
      <translation>Tinted: character by character</translation>
    </message>
    <message>
      <source>pale: by word</source>
      <translation>pale: by word</translation>
    </message>
    <message>
      <source>to confirm</source>
      <translation>to confirm</translation>
    </message>
    <message>
      <source>Damage and repairs</source>
      <translation>Damage and repairs</translation>
    </message>
    <message>
      <source>Places of damage</source>
      <translation>Places of damage</translation>
    </message>
    <message>
      <source>No damage was found in the text.</source>
      <translation>No damage was found in the text.</translation>
    </message>
    <message>
      <source>Not in the text</source>
      <translation>Not in the text</translation>
    </message>
    <message>
      <source>What is not in the text</source>
      <translation>What is not in the text</translation>
    </message>
    <message>
      <source>Not carried over: {lines}</source>
      <translation>Not carried over: {lines}</translation>
    </message>
    <message>
      <source>Kept elsewhere: {lines}</source>
      <translation>Kept elsewhere: {lines}</translation>
    </message>
    <message>
      <source>{n} mended</source>
      <translation>{n} mended</translation>
    </message>
    <message>
      <source>{n} to decide</source>
      <translation>{n} to decide</translation>
    </message>
    <message>
      <source>{n} left</source>
      <translation>{n} left</translation>
    </message>
  </context>
  <context>
    <name>Reasons</name>
    <message>
      <source>Reasons</source>
      <translation>Reasons</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>Order</translation>
    </message>
    <message>
      <source>Order, if there is one: who, by which paper or call</source>
      <translation>Order, if there is one: who, by which paper or call</translation>
    </message>
    <message>
      <source>&amp;Public notice in its place</source>
      <translation>&amp;Public notice in its place</translation>
    </message>
    <message>
      <source>A figure or Enter does it; the reason may be written here or added later. Esc: not after all.</source>
      <translation>A figure or Enter does it; the reason may be written here or added later. Esc: not after all.</translation>
    </message>
    <message>
      <source>A figure chooses and returns it; or write the reason and press Enter. Esc: not after all.</source>
      <translation>A figure chooses and returns it; or write the reason and press Enter. Esc: not after all.</translation>
    </message>
    <message>
      <source>Write the reason and press Enter. Esc: not after all.</source>
      <translation>Write the reason and press Enter. Esc: not after all.</translation>
    </message>
    <message>
      <source>0  goes back to: {who}</source>
      <translation>0  goes back to: {who}</translation>
    </message>
  </context>
  <context>
    <name>Receipts</name>
    <message>
      <source>sent</source>
      <translation>sent</translation>
    </message>
    <message>
      <source>taken down</source>
      <translation>taken down</translation>
    </message>
    <message>
      <source>published by hand, adopted</source>
      <translation>published by hand, adopted</translation>
    </message>
    <message>
      <source>looked as a visitor</source>
      <translation>looked as a visitor</translation>
    </message>
    <message>
      <source>in an emergency pack</source>
      <translation>in an emergency pack</translation>
    </message>
    <message>
      <source>published by hand</source>
      <translation>published by hand</translation>
    </message>
    <message>
      <source>taken down by hand</source>
      <translation>taken down by hand</translation>
    </message>
  </context>
  <context>
    <name>ReceiptsDialog</name>
    <message>
      <source>Receipts</source>
      <translation>Receipts</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Time</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>Place</translation>
    </message>
    <message>
      <source>What</source>
      <translation>What</translation>
    </message>
    <message>
      <source>By</source>
      <translation>By</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>Version</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>Address</translation>
    </message>
    <message>
      <source>The chosen receipt, whole</source>
      <translation>The chosen receipt, whole</translation>
    </message>
    <message>
      <source>No receipt yet</source>
      <translation>No receipt yet</translation>
    </message>
    <message>
      <source>What is published, adopted or taken down stands here.</source>
      <translation>What is published, adopted or taken down stands here.</translation>
    </message>
    <message>
      <source>Open the page</source>
      <translation>Open the page</translation>
    </message>
    <message>
      <source>Screenshot</source>
      <translation>Screenshot</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>version {n}</source>
      <translation>version {n}</translation>
    </message>
    <message>
      <source>Signed by {name}, {time}</source>
      <translation>Signed by {name}, {time}</translation>
    </message>
    <message>
      <source>Stands there otherwise: {fields}</source>
      <translation>Stands there otherwise: {fields}</translation>
    </message>
    <message>
      <source>Everything stands there as it was sent.</source>
      <translation>Everything stands there as it was sent.</translation>
    </message>
    <message>
      <source>A visitor got {status} at {address}, {time}</source>
      <translation>A visitor got {status} at {address}, {time}</translation>
    </message>
    <message>
      <source>the text is kept here</source>
      <translation>the text is kept here</translation>
    </message>
    <message>
      <source>the text is kept on another computer</source>
      <translation>the text is kept on another computer</translation>
    </message>
    <message>
      <source>Entry {entry}</source>
      <translation>Entry {entry}</translation>
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
      <translation>The journal was damaged: the last changes before that may be missing.</translation>
    </message>
    <message>
      <source>The library has another text of this article, written elsewhere. Nothing is written over it until you choose; the other text stays in the history either way.</source>
      <translation>The library has another text of this article, written elsewhere. Nothing is written over it until you choose; the other text stays in the history either way.</translation>
    </message>
    <message>
      <source>“{headline}” was recovered as well.</source>
      <translation>“{headline}” was recovered as well.</translation>
    </message>
    <message>
      <source>{n} other articles were recovered as well.</source>
      <translation>{n} other articles were recovered as well.</translation>
    </message>
    <message>
      <source>“{headline}” has a newer text in the library; what was recovered is in its history.</source>
      <translation>“{headline}” has a newer text in the library; what was recovered is in its history.</translation>
    </message>
    <message>
      <source>“{headline}” could not go into the library last time; it is as it was when you closed it.</source>
      <translation>“{headline}” could not go into the library last time; it is as it was when you closed it.</translation>
    </message>
    <message>
      <source>The program did not end in order. “{headline}” is as it was, with {n} characters not saved before.</source>
      <translation>The program did not end in order. “{headline}” is as it was, with {n} characters not saved before.</translation>
    </message>
    <message>
      <source>The program did not end in order. “{headline}” is as it was, with the last changes.</source>
      <translation>The program did not end in order. “{headline}” is as it was, with the last changes.</translation>
    </message>
    <message>
      <source>(no headline)</source>
      <translation>(no headline)</translation>
    </message>
    <message>
      <source>Not saved anywhere</source>
      <translation>Not saved anywhere</translation>
    </message>
    <message>
      <source>The disk refuses the text of this article: it stands in this window and nowhere else.</source>
      <translation>The disk refuses the text of this article: it stands in this window and nowhere else.</translation>
    </message>
    <message>
      <source>Save a copy elsewhere…</source>
      <translation>Save a copy elsewhere…</translation>
    </message>
    <message>
      <source>Close and lose it</source>
      <translation>Close and lose it</translation>
    </message>
    <message>
      <source>Go on writing</source>
      <translation>Go on writing</translation>
    </message>
  </context>
  <context>
    <name>RecoveryLine</name>
    <message>
      <source>Look at the history</source>
      <translation>Look at the history</translation>
    </message>
    <message>
      <source>Keep what lies on the desk</source>
      <translation>Keep what lies on the desk</translation>
    </message>
    <message>
      <source>Show what the library has</source>
      <translation>Show what the library has</translation>
    </message>
    <message>
      <source>Close this line</source>
      <translation>Close this line</translation>
    </message>
    <message numerus="yes">
      <source>%n other article(s) are open as before: {keys}.</source>
      <translation>
        <numerusform>%n other article is open as before: {keys}.</numerusform>
        <numerusform>%n other articles are open as before: {keys}.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ReleaseDialog</name>
    <message>
      <source>What waits for the ticked targets goes on; what was taken back there goes again.</source>
      <translation>What waits for the ticked targets goes on; what was taken back there goes again.</translation>
    </message>
    <message>
      <source>Release what is held back</source>
      <translation>Release what is held back</translation>
    </message>
    <message>
      <source>Targets</source>
      <translation>Targets</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Release</source>
      <translation>Release</translation>
    </message>
  </context>
  <context>
    <name>RemarksAtWork</name>
    <message>
      <source>{name} on “{words}”: {text}</source>
      <translation>{name} on “{words}”: {text}</translation>
    </message>
    <message>
      <source>Show the record</source>
      <translation>Show the record</translation>
    </message>
    <message>
      <source>Select words of one paragraph to remark on them.</source>
      <translation>Select words of one paragraph to remark on them.</translation>
    </message>
    <message>
      <source>Remark</source>
      <translation>Remark</translation>
    </message>
    <message>
      <source>What is to be said of “{words}”?</source>
      <translation>What is to be said of “{words}”?</translation>
    </message>
  </context>
  <context>
    <name>ReportView</name>
    <message>
      <source>Intake report</source>
      <translation>Intake report</translation>
    </message>
    <message>
      <source>Original and article</source>
      <translation>Original and article</translation>
    </message>
    <message>
      <source>Save the original…</source>
      <translation>Save the original…</translation>
    </message>
    <message>
      <source>Back to the text</source>
      <translation>Back to the text</translation>
    </message>
    <message>
      <source>Original as it came</source>
      <translation>Original as it came</translation>
    </message>
    <message>
      <source>Article</source>
      <translation>Article</translation>
    </message>
    <message>
      <source>This text is not written on now, so nothing can be decided · J/K  next, previous · Esc  text</source>
      <translation>This text is not written on now, so nothing can be decided · J/K  next, previous · Esc  text</translation>
    </message>
    <message>
      <source>Enter  accept · 1–9  choose · R  put back · A  all of this rule · J/K  next, previous · Esc  text</source>
      <translation>Enter  accept · 1–9  choose · R  put back · A  all of this rule · J/K  next, previous · Esc  text</translation>
    </message>
  </context>
  <context>
    <name>Reporting</name>
    <message>
      <source>Only repairs were decided: the text still counts as entered.</source>
      <translation>Only repairs were decided: the text still counts as entered.</translation>
    </message>
    <message>
      <source>Save the original</source>
      <translation>Save the original</translation>
    </message>
    <message>
      <source>The original was saved as {file}.</source>
      <translation>The original was saved as {file}.</translation>
    </message>
  </context>
  <context>
    <name>ResultsModel</name>
    <message>
      <source>{n} mended</source>
      <translation>{n} mended</translation>
    </message>
    <message>
      <source>{n} to decide</source>
      <translation>{n} to decide</translation>
    </message>
    <message>
      <source>not in the text: {lines}</source>
      <translation>not in the text: {lines}</translation>
    </message>
    <message>
      <source>nothing to mend</source>
      <translation>nothing to mend</translation>
    </message>
  </context>
  <context>
    <name>ResultsView</name>
    <message>
      <source>Imported files</source>
      <translation>Imported files</translation>
    </message>
    <message>
      <source>Enter  open · I  intake report · J/K  next, previous · Esc  back</source>
      <translation>Enter  open · I  intake report · J/K  next, previous · Esc  back</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Done</translation>
    </message>
    <message>
      <source>Imported</source>
      <translation>Imported</translation>
    </message>
    <message>
      <source>{n} articles</source>
      <translation>{n} articles</translation>
    </message>
    <message>
      <source>{n} files not taken in</source>
      <translation>{n} files not taken in</translation>
    </message>
  </context>
  <context>
    <name>Review</name>
    <message>
      <source>Own report</source>
      <translation>Own report</translation>
    </message>
    <message>
      <source>First publication</source>
      <translation>First publication</translation>
    </message>
    <message>
      <source>Reprint</source>
      <translation>Reprint</translation>
    </message>
    <message>
      <source>Wire copy</source>
      <translation>Wire copy</translation>
    </message>
    <message>
      <source>News</source>
      <translation>News</translation>
    </message>
    <message>
      <source>Feature</source>
      <translation>Feature</translation>
    </message>
    <message>
      <source>Commentary</source>
      <translation>Commentary</translation>
    </message>
    <message>
      <source>Interview</source>
      <translation>Interview</translation>
    </message>
    <message>
      <source>Notice</source>
      <translation>Notice</translation>
    </message>
    <message>
      <source>Picture story</source>
      <translation>Picture story</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>Other</translation>
    </message>
    <message>
      <source>… {n} paragraphs unchanged …</source>
      <translation>… {n} paragraphs unchanged …</translation>
    </message>
    <message>
      <source>Split into {n} paragraphs</source>
      <translation>Split into {n} paragraphs</translation>
    </message>
    <message>
      <source>{n} paragraphs joined</source>
      <translation>{n} paragraphs joined</translation>
    </message>
    <message>
      <source>{old} → {new}</source>
      <translation>{old} → {new}</translation>
    </message>
    <message>
      <source>Formatting changed</source>
      <translation>Formatting changed</translation>
    </message>
    <message>
      <source>Moved here (was paragraph {n})</source>
      <translation>Moved here (was paragraph {n})</translation>
    </message>
    <message>
      <source>Moved away (is paragraph {n} now)</source>
      <translation>Moved away (is paragraph {n} now)</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>Heading 2</source>
      <translation>Heading 2</translation>
    </message>
    <message>
      <source>Heading 3</source>
      <translation>Heading 3</translation>
    </message>
    <message>
      <source>Quote</source>
      <translation>Quote</translation>
    </message>
    <message>
      <source>List</source>
      <translation>List</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>Table</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>Picture</translation>
    </message>
    <message>
      <source>Footnote</source>
      <translation>Footnote</translation>
    </message>
    <message>
      <source>Rule</source>
      <translation>Rule</translation>
    </message>
    <message>
      <source>Written by a newer version of the program.</source>
      <translation>Written by a newer version of the program.</translation>
    </message>
    <message>
      <source>Somebody unknown here</source>
      <translation>Somebody unknown here</translation>
    </message>
    <message>
      <source>, </source>
      <translation>, </translation>
    </message>
    <message>
      <source>Does not count: {why}</source>
      <translation>Does not count: {why}</translation>
    </message>
    <message>
      <source>Still to be counterchecked by somebody else</source>
      <translation>Still to be counterchecked by somebody else</translation>
    </message>
    <message>
      <source>to submit it</source>
      <translation>to submit it</translation>
    </message>
    <message>
      <source>to countercheck</source>
      <translation>to countercheck</translation>
    </message>
    <message>
      <source>to reopen it</source>
      <translation>to reopen it</translation>
    </message>
    <message>
      <source>to publish it</source>
      <translation>to publish it</translation>
    </message>
    <message>
      <source>Waiting for {names}</source>
      <translation>Waiting for {names}</translation>
    </message>
    <message>
      <source>since {when}</source>
      <translation>since {when}</translation>
    </message>
    <message>
      <source>Nobody in the newsroom may do this for this article.</source>
      <translation>Nobody in the newsroom may do this for this article.</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>Waiting</translation>
    </message>
    <message>
      <source>change {n} of {all}</source>
      <translation>change {n} of {all}</translation>
    </message>
    <message>
      <source>taken out: {text}</source>
      <translation>taken out: {text}</translation>
    </message>
    <message>
      <source>put in: {text}</source>
      <translation>put in: {text}</translation>
    </message>
    <message>
      <source>confirmed</source>
      <translation>confirmed</translation>
    </message>
    <message>
      <source>Space  confirm and next · Backspace  take back · F7 / Shift+F7  change · F2  correct · Esc  back</source>
      <translation>Space  confirm and next · Backspace  take back · F7 / Shift+F7  change · F2  correct · Esc  back</translation>
    </message>
    <message>
      <source>F7 / Shift+F7  next, previous change · Enter  unfold · F2  correct · V  side by side · Esc  back</source>
      <translation>F7 / Shift+F7  next, previous change · Enter  unfold · F2  correct · V  side by side · Esc  back</translation>
    </message>
    <message>
      <source>First review</source>
      <translation>First review</translation>
    </message>
    <message>
      <source>Second review</source>
      <translation>Second review</translation>
    </message>
    <message>
      <source>Final review</source>
      <translation>Final review</translation>
    </message>
    <message>
      <source>Draft</source>
      <translation>Draft</translation>
    </message>
    <message>
      <source>Final sign-off</source>
      <translation>Final sign-off</translation>
    </message>
    <message>
      <source>Published</source>
      <translation>Published</translation>
    </message>
    <message>
      <source>Submit for review</source>
      <translation>Submit for review</translation>
    </message>
    <message>
      <source>Return</source>
      <translation>Return</translation>
    </message>
    <message>
      <source>Countercheck</source>
      <translation>Countercheck</translation>
    </message>
    <message>
      <source>Hold</source>
      <translation>Hold</translation>
    </message>
    <message>
      <source>Do not use</source>
      <translation>Do not use</translation>
    </message>
    <message>
      <source>Reopen</source>
      <translation>Reopen</translation>
    </message>
    <message>
      <source>Recall</source>
      <translation>Recall</translation>
    </message>
    <message>
      <source>Take</source>
      <translation>Take</translation>
    </message>
    <message>
      <source>Remark</source>
      <translation>Remark</translation>
    </message>
    <message>
      <source>Correct…</source>
      <translation>Correct…</translation>
    </message>
    <message>
      <source>Withdraw</source>
      <translation>Withdraw</translation>
    </message>
    <message>
      <source>Publish</source>
      <translation>Publish</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Edit</translation>
    </message>
    <message>
      <source>Pass first review</source>
      <translation>Pass first review</translation>
    </message>
    <message>
      <source>Pass second review</source>
      <translation>Pass second review</translation>
    </message>
    <message>
      <source>Pass and sign off</source>
      <translation>Pass and sign off</translation>
    </message>
    <message>
      <source>Pass</source>
      <translation>Pass</translation>
    </message>
    <message>
      <source>Pass to {level}</source>
      <translation>Pass to {level}</translation>
    </message>
    <message>
      <source>Facts to be verified</source>
      <translation>Facts to be verified</translation>
    </message>
    <message>
      <source>Orientation</source>
      <translation>Orientation</translation>
    </message>
    <message>
      <source>Essentials missing</source>
      <translation>Essentials missing</translation>
    </message>
    <message>
      <source>Errors in the text</source>
      <translation>Errors in the text</translation>
    </message>
    <message>
      <source>Pictures</source>
      <translation>Pictures</translation>
    </message>
    <message>
      <source>Source unclear</source>
      <translation>Source unclear</translation>
    </message>
    <message>
      <source>Duplicate</source>
      <translation>Duplicate</translation>
    </message>
    <message>
      <source>Talked about on the phone</source>
      <translation>Talked about on the phone</translation>
    </message>
    <message>
      <source>Facts are wrong</source>
      <translation>Facts are wrong</translation>
    </message>
    <message>
      <source>By order</source>
      <translation>By order</translation>
    </message>
    <message>
      <source>Rights or privacy</source>
      <translation>Rights or privacy</translation>
    </message>
    <message>
      <source>Published twice</source>
      <translation>Published twice</translation>
    </message>
    <message>
      <source>Other reason</source>
      <translation>Other reason</translation>
    </message>
    <message>
      <source>Author</source>
      <translation>Author</translation>
    </message>
    <message>
      <source>Editor in charge</source>
      <translation>Editor in charge</translation>
    </message>
    <message>
      <source>Level before</source>
      <translation>Level before</translation>
    </message>
    <message>
      <source>website</source>
      <translation>website</translation>
    </message>
    <message>
      <source>app</source>
      <translation>app</translation>
    </message>
    <message>
      <source>WeChat</source>
      <translation>WeChat</translation>
    </message>
    <message>
      <source>newspaper</source>
      <translation>newspaper</translation>
    </message>
    <message>
      <source>{outlet}: {field}</source>
      <translation>{outlet}: {field}</translation>
    </message>
    <message>
      <source>Genre</source>
      <translation>Genre</translation>
    </message>
    <message>
      <source>Kicker</source>
      <translation>Kicker</translation>
    </message>
    <message>
      <source>Headline</source>
      <translation>Headline</translation>
    </message>
    <message>
      <source>Subheadline</source>
      <translation>Subheadline</translation>
    </message>
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
      <source>Dateline</source>
      <translation>Dateline</translation>
    </message>
    <message>
      <source>Keywords</source>
      <translation>Keywords</translation>
    </message>
    <message>
      <source>Summary</source>
      <translation>Summary</translation>
    </message>
    <message>
      <source>Origin</source>
      <translation>Origin</translation>
    </message>
    <message>
      <source>Original page</source>
      <translation>Original page</translation>
    </message>
    <message>
      <source>First published</source>
      <translation>First published</translation>
    </message>
    <message>
      <source>Original headline</source>
      <translation>Original headline</translation>
    </message>
    <message>
      <source>Original authors</source>
      <translation>Original authors</translation>
    </message>
    <message>
      <source>Credits of the page</source>
      <translation>Credits of the page</translation>
    </message>
    <message>
      <source>Deadline</source>
      <translation>Deadline</translation>
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
      <source>Contact</source>
      <translation>Contact</translation>
    </message>
    <message>
      <source>Planned length</source>
      <translation>Planned length</translation>
    </message>
    <message>
      <source>Correction notes</source>
      <translation>Correction notes</translation>
    </message>
    <message>
      <source>Corrects</source>
      <translation>Corrects</translation>
    </message>
    <message>
      <source>Cover</source>
      <translation>Cover</translation>
    </message>
    <message>
      <source>Credit</source>
      <translation>Credit</translation>
    </message>
    <message>
      <source>Description</source>
      <translation>Description</translation>
    </message>
    <message>
      <source>MMM d, HH:mm</source>
      <translation>MMM d, HH:mm</translation>
    </message>
    <message>
      <source>MMM d, yyyy, HH:mm</source>
      <translation>MMM d, yyyy, HH:mm</translation>
    </message>
    <message>
      <source>version {n}</source>
      <translation>version {n}</translation>
    </message>
    <message>
      <source>{amount} characters</source>
      <translation>{amount} characters</translation>
    </message>
    <message>
      <source>{n} pictures changed</source>
      <translation>{n} pictures changed</translation>
    </message>
    <message>
      <source>{names} and others ({count})</source>
      <translation>{names} and others ({count})</translation>
    </message>
    <message>
      <source>Version {n}, as you read it before ↔ now</source>
      <translation>Version {n}, as you read it before ↔ now</translation>
    </message>
    <message>
      <source>Version {n}, as it was returned ↔ now</source>
      <translation>Version {n}, as it was returned ↔ now</translation>
    </message>
    <message>
      <source>Source text (version {n}) ↔ this variant</source>
      <translation>Source text (version {n}) ↔ this variant</translation>
    </message>
    <message>
      <source>Nobody has read this yet: read all of it</source>
      <translation>Nobody has read this yet: read all of it</translation>
    </message>
    <message>
      <source>Version {n} ↔ now</source>
      <translation>Version {n} ↔ now</translation>
    </message>
    <message>
      <source>Version {n}, passed in first review ↔ now</source>
      <translation>Version {n}, passed in first review ↔ now</translation>
    </message>
    <message>
      <source>Version {n}, passed in second review ↔ now</source>
      <translation>Version {n}, passed in second review ↔ now</translation>
    </message>
    <message>
      <source>Version {n}, as it was passed ↔ now</source>
      <translation>Version {n}, as it was passed ↔ now</translation>
    </message>
    <message>
      <source>Slip only</source>
      <translation>Slip only</translation>
    </message>
    <message>
      <source>Captions only</source>
      <translation>Captions only</translation>
    </message>
    <message>
      <source>Formatting only</source>
      <translation>Formatting only</translation>
    </message>
    <message>
      <source>recalled it</source>
      <translation>recalled it</translation>
    </message>
    <message>
      <source>took it</source>
      <translation>took it</translation>
    </message>
    <message>
      <source>put it on hold</source>
      <translation>put it on hold</translation>
    </message>
    <message>
      <source>decided not to use it</source>
      <translation>decided not to use it</translation>
    </message>
    <message>
      <source>reopened it</source>
      <translation>reopened it</translation>
    </message>
    <message>
      <source>withdrew it</source>
      <translation>withdrew it</translation>
    </message>
    <message>
      <source>counterchecked the changes</source>
      <translation>counterchecked the changes</translation>
    </message>
    <message>
      <source>remarked</source>
      <translation>remarked</translation>
    </message>
    <message>
      <source>Notice of correction</source>
      <translation>Notice of correction</translation>
    </message>
    <message>
      <source>Note at the end</source>
      <translation>Note at the end</translation>
    </message>
    <message>
      <source>Silent correction</source>
      <translation>Silent correction</translation>
    </message>
    <message>
      <source>no form given</source>
      <translation>no form given</translation>
    </message>
    <message>
      <source>An article of its own; it and the corrected article link to each other.</source>
      <translation>An article of its own; it and the corrected article link to each other.</translation>
    </message>
    <message>
      <source>A dated note under the corrected article, part of what is signed.</source>
      <translation>A dated note under the corrected article, part of what is signed.</translation>
    </message>
    <message>
      <source>Readers are told nothing; signed and kept in the record. Takes the last level.</source>
      <translation>Readers are told nothing; signed and kept in the record. Takes the last level.</translation>
    </message>
    <message>
      <source>Correction {n}</source>
      <translation>Correction {n}</translation>
    </message>
    <message>
      <source>correction {n}: {form}</source>
      <translation>correction {n}: {form}</translation>
    </message>
    <message>
      <source>published</source>
      <translation>published</translation>
    </message>
    <message>
      <source>published to {where}</source>
      <translation>published to {where}</translation>
    </message>
    <message>
      <source>submitted correction {n}</source>
      <translation>submitted correction {n}</translation>
    </message>
    <message>
      <source>submitted again</source>
      <translation>submitted again</translation>
    </message>
    <message>
      <source>submitted</source>
      <translation>submitted</translation>
    </message>
    <message>
      <source>corrected {n} places</source>
      <translation>corrected {n} places</translation>
    </message>
    <message>
      <source>entered it for somebody else</source>
      <translation>entered it for somebody else</translation>
    </message>
    <message>
      <source>converted it</source>
      <translation>converted it</translation>
    </message>
    <message>
      <source>wrote</source>
      <translation>wrote</translation>
    </message>
    <message>
      <source>passed first review</source>
      <translation>passed first review</translation>
    </message>
    <message>
      <source>passed second review</source>
      <translation>passed second review</translation>
    </message>
    <message>
      <source>signed off</source>
      <translation>signed off</translation>
    </message>
    <message>
      <source>passed</source>
      <translation>passed</translation>
    </message>
    <message>
      <source>returned it to the editor in charge</source>
      <translation>returned it to the editor in charge</translation>
    </message>
    <message>
      <source>returned it to the level before</source>
      <translation>returned it to the level before</translation>
    </message>
    <message>
      <source>returned it to the author</source>
      <translation>returned it to the author</translation>
    </message>
  </context>
  <context>
    <name>ReviewAtWork</name>
    <message>
      <source>Sign-off</source>
      <translation>Sign-off</translation>
    </message>
    <message>
      <source>Return</source>
      <translation>Return</translation>
    </message>
    <message>
      <source>Submit for review</source>
      <translation>Submit for review</translation>
    </message>
    <message>
      <source>Countercheck</source>
      <translation>Countercheck</translation>
    </message>
    <message>
      <source>Nothing is written in this article yet. Write a headline and the text, then submit it.</source>
      <translation>Nothing is written in this article yet. Write a headline and the text, then submit it.</translation>
    </message>
    <message>
      <source>{number}: {state}</source>
      <translation>{number}: {state}</translation>
    </message>
  </context>
  <context>
    <name>ReviewPane</name>
    <message>
      <source>Sign-off record</source>
      <translation>Sign-off record</translation>
    </message>
    <message>
      <source>No record yet</source>
      <translation>No record yet</translation>
    </message>
    <message>
      <source>It begins when the article is submitted for the first time.</source>
      <translation>It begins when the article is submitted for the first time.</translation>
    </message>
  </context>
  <context>
    <name>Rule</name>
    <message>
      <source>Source of a reprint</source>
      <translation>Source of a reprint</translation>
    </message>
    <message>
      <source>Byline and slip</source>
      <translation>Byline and slip</translation>
    </message>
    <message>
      <source>Missing in the slip</source>
      <translation>Missing in the slip</translation>
    </message>
    <message>
      <source>Time and place</source>
      <translation>Time and place</translation>
    </message>
    <message>
      <source>Half-width mark</source>
      <translation>Half-width mark</translation>
    </message>
    <message>
      <source>Brackets</source>
      <translation>Brackets</translation>
    </message>
    <message>
      <source>Full stop</source>
      <translation>Full stop</translation>
    </message>
    <message>
      <source>Full-width characters</source>
      <translation>Full-width characters</translation>
    </message>
    <message>
      <source>Doubled mark</source>
      <translation>Doubled mark</translation>
    </message>
    <message>
      <source>Straight quotation marks</source>
      <translation>Straight quotation marks</translation>
    </message>
    <message>
      <source>Unpaired quotation mark</source>
      <translation>Unpaired quotation mark</translation>
    </message>
    <message>
      <source>Quotation in a quotation</source>
      <translation>Quotation in a quotation</translation>
    </message>
    <message>
      <source>Unpaired bracket</source>
      <translation>Unpaired bracket</translation>
    </message>
    <message>
      <source>Ellipsis</source>
      <translation>Ellipsis</translation>
    </message>
    <message>
      <source>Ellipsis and 等</source>
      <translation>Ellipsis and 等</translation>
    </message>
    <message>
      <source>Dash</source>
      <translation>Dash</translation>
    </message>
    <message>
      <source>Range</source>
      <translation>Range</translation>
    </message>
    <message>
      <source>Range of numbers</source>
      <translation>Range of numbers</translation>
    </message>
    <message>
      <source>Comma between quotations</source>
      <translation>Comma between quotations</translation>
    </message>
    <message>
      <source>About a number</source>
      <translation>About a number</translation>
    </message>
    <message>
      <source>Needless comma</source>
      <translation>Needless comma</translation>
    </message>
    <message>
      <source>Two colons</source>
      <translation>Two colons</translation>
    </message>
    <message>
      <source>Stop and quotation mark</source>
      <translation>Stop and quotation mark</translation>
    </message>
    <message>
      <source>Doubled stop</source>
      <translation>Doubled stop</translation>
    </message>
    <message>
      <source>Question mark</source>
      <translation>Question mark</translation>
    </message>
    <message>
      <source>Title marks</source>
      <translation>Title marks</translation>
    </message>
    <message>
      <source>Title in a title</source>
      <translation>Title in a title</translation>
    </message>
    <message>
      <source>Interpunct</source>
      <translation>Interpunct</translation>
    </message>
    <message>
      <source>Blank in Chinese text</source>
      <translation>Blank in Chinese text</translation>
    </message>
    <message>
      <source>Blanks beside Latin</source>
      <translation>Blanks beside Latin</translation>
    </message>
    <message>
      <source>No final stop</source>
      <translation>No final stop</translation>
    </message>
    <message>
      <source>Mark after the headline</source>
      <translation>Mark after the headline</translation>
    </message>
    <message>
      <source>Marks of the other region</source>
      <translation>Marks of the other region</translation>
    </message>
    <message>
      <source>Placeholder</source>
      <translation>Placeholder</translation>
    </message>
    <message>
      <source>Leftover pinyin</source>
      <translation>Leftover pinyin</translation>
    </message>
    <message>
      <source>Damaged characters</source>
      <translation>Damaged characters</translation>
    </message>
    <message>
      <source>Leftover of the page</source>
      <translation>Leftover of the page</translation>
    </message>
    <message>
      <source>Leftover markup</source>
      <translation>Leftover markup</translation>
    </message>
    <message>
      <source>Invisible characters</source>
      <translation>Invisible characters</translation>
    </message>
    <message>
      <source>Mixed scripts</source>
      <translation>Mixed scripts</translation>
    </message>
    <message>
      <source>Converted wrongly</source>
      <translation>Converted wrongly</translation>
    </message>
    <message>
      <source>Word of another region</source>
      <translation>Word of another region</translation>
    </message>
  </context>
  <context>
    <name>RulesDialog</name>
    <message>
      <source>Rules of review</source>
      <translation>Rules of review</translation>
    </message>
    <message>
      <source>Whoever wrote in an article signs no level of it</source>
      <translation>Whoever wrote in an article signs no level of it</translation>
    </message>
    <message>
      <source>Change the rules</source>
      <translation>Change the rules</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Three levels: first, second, final review</source>
      <translation>Three levels: first, second, final review</translation>
    </message>
    <message>
      <source>Two levels: first and final review</source>
      <translation>Two levels: first and final review</translation>
    </message>
    <message>
      <source>Levels of review</source>
      <translation>Levels of review</translation>
    </message>
    <message>
      <source>Share of the characters that a reviewer may change alone</source>
      <translation>Share of the characters that a reviewer may change alone</translation>
    </message>
    <message>
      <source>Levels</source>
      <translation>Levels</translation>
    </message>
    <message>
      <source>Changed in review</source>
      <translation>Changed in review</translation>
    </message>
    <message>
      <source>Corrections</source>
      <translation>Corrections</translation>
    </message>
    <message>
      <source>of the characters a reviewer may change alone; more, and the levels below read it again</source>
      <translation>of the characters a reviewer may change alone; more, and the levels below read it again</translation>
    </message>
    <message>
      <source>They hold for all columns, for articles that are submitted from now on.</source>
      <translation>They hold for all columns, for articles that are submitted from now on.</translation>
    </message>
    <message>
      <source>These columns have rules of their own and keep them: {columns}</source>
      <translation>These columns have rules of their own and keep them: {columns}</translation>
    </message>
    <message>
      <source>Only an administrator changes the rules.</source>
      <translation>Only an administrator changes the rules.</translation>
    </message>
  </context>
  <context>
    <name>ScreenshotField</name>
    <message>
      <source>Choose a picture…</source>
      <translation>Choose a picture…</translation>
    </message>
    <message>
      <source>From the clipboard</source>
      <translation>From the clipboard</translation>
    </message>
    <message>
      <source>none yet</source>
      <translation>none yet</translation>
    </message>
    <message>
      <source>Pictures (*.png *.jpg *.jpeg *.webp *.gif)</source>
      <translation>Pictures (*.png *.jpg *.jpeg *.webp *.gif)</translation>
    </message>
    <message>
      <source>Screenshot</source>
      <translation>Screenshot</translation>
    </message>
    <message>
      <source>There is no picture in the clipboard.</source>
      <translation>There is no picture in the clipboard.</translation>
    </message>
  </context>
  <context>
    <name>SearchesAtWork</name>
    <message>
      <source>Save this search</source>
      <translation>Save this search</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
  </context>
  <context>
    <name>SendTrouble</name>
    <message>
      <source>Enter pass phrase…</source>
      <translation>Enter pass phrase…</translation>
    </message>
    <message>
      <source>Targets…</source>
      <translation>Targets…</translation>
    </message>
    <message>
      <source>Publishing queue</source>
      <translation>Publishing queue</translation>
    </message>
    <message>
      <source>Put away</source>
      <translation>Put away</translation>
    </message>
  </context>
  <context>
    <name>SendTroubles</name>
    <message>
      <source>{name}: {why}</source>
      <translation>{name}: {why}</translation>
    </message>
    <message>
      <source>Pass phrase</source>
      <translation>Pass phrase</translation>
    </message>
    <message>
      <source>Pass phrase for keys and passwords</source>
      <translation>Pass phrase for keys and passwords</translation>
    </message>
  </context>
  <context>
    <name>SendingAtWork</name>
    <message>
      <source>Publishing {done}/{total}</source>
      <translation>Publishing {done}/{total}</translation>
    </message>
    <message>
      <source>{n} published</source>
      <translation>{n} published</translation>
    </message>
    <message>
      <source>{n} taken down</source>
      <translation>{n} taken down</translation>
    </message>
    <message>
      <source>Stopped: what is on its way ends properly, the rest stays in the queue.</source>
      <translation>Stopped: what is on its way ends properly, the rest stays in the queue.</translation>
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
      <source>Desk editor</source>
      <translation>Desk editor</translation>
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
      <source>Planned length</source>
      <translation>Planned length</translation>
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
    <message>
      <source>This is none of the origins and is not kept; press Down for the list.</source>
      <translation>This is none of the origins and is not kept; press Down for the list.</translation>
    </message>
    <message>
      <source>Not a number of characters, so the text is not measured by it.</source>
      <translation>Not a number of characters, so the text is not measured by it.</translation>
    </message>
  </context>
  <context>
    <name>SourceView</name>
    <message>
      <source>Source of the text</source>
      <translation>Source of the text</translation>
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
    <name>StaleBanner</name>
    <message>
      <source>Source changed, convert again</source>
      <translation>Source changed, convert again</translation>
    </message>
    <message>
      <source>Only changed paragraphs are done again; what you decided stays.</source>
      <translation>Only changed paragraphs are done again; what you decided stays.</translation>
    </message>
    <message>
      <source>Convert again…</source>
      <translation>Convert again…</translation>
    </message>
  </context>
  <context>
    <name>Start</name>
    <message>
      <source>What you typed is on the clipboard: it was meant for an article that is not open any more.</source>
      <translation>What you typed is on the clipboard: it was meant for an article that is not open any more.</translation>
    </message>
  </context>
  <context>
    <name>StartCard</name>
    <message>
      <source>Name, as it is printed</source>
      <translation>Name, as it is printed</translation>
    </message>
    <message>
      <source>Your name</source>
      <translation>Your name</translation>
    </message>
    <message>
      <source>Pass phrase for your signing key</source>
      <translation>Pass phrase for your signing key</translation>
    </message>
    <message>
      <source>Pass phrase</source>
      <translation>Pass phrase</translation>
    </message>
    <message>
      <source>Begin</source>
      <translation>Begin</translation>
    </message>
    <message>
      <source>Try the sample newsroom</source>
      <translation>Try the sample newsroom</translation>
    </message>
    <message>
      <source>Not now, just write</source>
      <translation>Not now, just write</translation>
    </message>
    <message>
      <source>Welcome to Gaotai</source>
      <translation>Welcome to Gaotai</translation>
    </message>
    <message>
      <source>With which name do you sign?</source>
      <translation>With which name do you sign?</translation>
    </message>
    <message>
      <source>The sample newsroom has a reporter, three reviewers and articles in every state; nothing is sent.</source>
      <translation>The sample newsroom has a reporter, three reviewers and articles in every state; nothing is sent.</translation>
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
    <name>StatusBar</name>
    <message>
      <source>Progress</source>
      <translation>Progress</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>Stop importing</source>
      <translation>Stop importing</translation>
    </message>
  </context>
  <context>
    <name>StepBar</name>
    <message>
      <source>Steps of the article</source>
      <translation>Steps of the article</translation>
    </message>
    <message>
      <source>, </source>
      <translation>, </translation>
    </message>
    <message>
      <source>done</source>
      <translation>done</translation>
    </message>
    <message>
      <source>{step} to come</source>
      <translation>{step} to come</translation>
    </message>
    <message>
      <source>now: {step}</source>
      <translation>now: {step}</translation>
    </message>
  </context>
  <context>
    <name>Suggestions</name>
    <message>
      <source>Suggestions</source>
      <translation>Suggestions</translation>
    </message>
  </context>
  <context>
    <name>TargetForm</name>
    <message>
      <source>How you call it, for example web</source>
      <translation>How you call it, for example web</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>kept on this computer; leave empty to keep it</source>
      <translation>kept on this computer; leave empty to keep it</translation>
    </message>
    <message>
      <source>Password or token</source>
      <translation>Password or token</translation>
    </message>
    <message>
      <source>Choose a folder</source>
      <translation>Choose a folder</translation>
    </message>
    <message>
      <source>Choose a file</source>
      <translation>Choose a file</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Choose…</translation>
    </message>
    <message>
      <source>{title}: {option}</source>
      <translation>{title}: {option}</translation>
    </message>
  </context>
  <context>
    <name>TargetsAtWork</name>
    <message>
      <source>Kept. Test the connection before something goes there.</source>
      <translation>Kept. Test the connection before something goes there.</translation>
    </message>
    <message>
      <source>Changed. Test the connection before something goes there.</source>
      <translation>Changed. Test the connection before something goes there.</translation>
    </message>
    <message>
      <source>Removed; what stands there stays there.</source>
      <translation>Removed; what stands there stays there.</translation>
    </message>
    <message>
      <source>The pass phrase that opens kept passwords was not entered. Nothing was done; try again.</source>
      <translation>The pass phrase that opens kept passwords was not entered. Nothing was done; try again.</translation>
    </message>
  </context>
  <context>
    <name>TargetsDialog</name>
    <message>
      <source>Targets</source>
      <translation>Targets</translation>
    </message>
    <message>
      <source>New target</source>
      <translation>New target</translation>
    </message>
    <message>
      <source>The connection is being tested</source>
      <translation>The connection is being tested</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>Test connection</source>
      <translation>Test connection</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Remove</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>New target: {kind}</source>
      <translation>New target: {kind}</translation>
    </message>
    <message>
      <source>No target yet</source>
      <translation>No target yet</translation>
    </message>
    <message>
      <source>Held back: {why}</source>
      <translation>Held back: {why}</translation>
    </message>
    <message>
      <source>A target is where signed articles go: a website, an account, a folder. Begin with “New target”.</source>
      <translation>A target is where signed articles go: a website, an account, a folder. Begin with “New target”.</translation>
    </message>
    <message>
      <source>Save first, then test</source>
      <translation>Save first, then test</translation>
    </message>
    <message>
      <source>Really remove</source>
      <translation>Really remove</translation>
    </message>
    <message>
      <source>What stands there stays there and stays known; only the way there is forgotten.</source>
      <translation>What stands there stays there and stays known; only the way there is forgotten.</translation>
    </message>
    <message>
      <source>Calling {place} …</source>
      <translation>Calling {place} …</translation>
    </message>
    <message>
      <source>This is a folder: it is tried when something is sent.</source>
      <translation>This is a folder: it is tried when something is sent.</translation>
    </message>
    <message>
      <source>The target answers and takes what we send, as {who}.</source>
      <translation>The target answers and takes what we send, as {who}.</translation>
    </message>
    <message>
      <source>The clock there is {n} s from ours; times follow theirs.</source>
      <translation>The clock there is {n} s from ours; times follow theirs.</translation>
    </message>
  </context>
  <context>
    <name>TextBase</name>
    <message>
      <source>Text of the article</source>
      <translation>Text of the article</translation>
    </message>
  </context>
  <context>
    <name>Timeline</name>
    <message>
      <source>Sign-off record</source>
      <translation>Sign-off record</translation>
    </message>
  </context>
  <context>
    <name>TroubleAtWork</name>
    <message>
      <source>Try again</source>
      <translation>Try again</translation>
    </message>
    <message>
      <source>Library on this computer</source>
      <translation>Library on this computer</translation>
    </message>
    <message>
      <source>The library cannot be opened</source>
      <translation>The library cannot be opened</translation>
    </message>
  </context>
  <context>
    <name>TroubleBar</name>
    <message>
      <source>Save a copy elsewhere…</source>
      <translation>Save a copy elsewhere…</translation>
    </message>
    <message>
      <source>Copy the text</source>
      <translation>Copy the text</translation>
    </message>
    <message>
      <source>Try again now</source>
      <translation>Try again now</translation>
    </message>
  </context>
  <context>
    <name>TypedBefore</name>
    <message>
      <source>Typed before the window could be built, and kept: “{words}”</source>
      <translation>Typed before the window could be built, and kept: “{words}”</translation>
    </message>
    <message>
      <source>Put it into the text</source>
      <translation>Put it into the text</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Copy</translation>
    </message>
    <message>
      <source>Throw it away</source>
      <translation>Throw it away</translation>
    </message>
  </context>
  <context>
    <name>Variant</name>
    <message>
      <source>Simplified (mainland)</source>
      <translation>Simplified (mainland)</translation>
    </message>
    <message>
      <source>Simplified</source>
      <translation>Simplified</translation>
    </message>
    <message>
      <source>Traditional (Taiwan)</source>
      <translation>Traditional (Taiwan)</translation>
    </message>
    <message>
      <source>Traditional (Hong Kong)</source>
      <translation>Traditional (Hong Kong)</translation>
    </message>
    <message>
      <source>Traditional</source>
      <translation>Traditional</translation>
    </message>
  </context>
  <context>
    <name>VariantsBar</name>
    <message>
      <source>Versions</source>
      <translation>Versions</translation>
    </message>
  </context>
  <context>
    <name>Version</name>
    <message>
      <source>{what} {n} ({texts})</source>
      <translation>{what} {n} ({texts})</translation>
    </message>
    <message>
      <source>Left out of the pasted text: {what}</source>
      <translation>Left out of the pasted text: {what}</translation>
    </message>
    <message>
      <source>Another headline stands above it: {headline}. The slip keeps its own.</source>
      <translation>Another headline stands above it: {headline}. The slip keeps its own.</translation>
    </message>
    <message>
      <source>Lines of the slip were left out: {lines}</source>
      <translation>Lines of the slip were left out: {lines}</translation>
    </message>
    <message>
      <source>{n} pictures, tables or notes stay where they are</source>
      <translation>{n} pictures, tables or notes stay where they are</translation>
    </message>
    <message>
      <source>References to notes are gone: {labels}</source>
      <translation>References to notes are gone: {labels}</translation>
    </message>
  </context>
  <context>
    <name>VersionView</name>
    <message>
      <source>Take the pasted text</source>
      <translation>Take the pasted text</translation>
    </message>
    <message>
      <source>It becomes the text in one step; what stood there stays in the history (Enter)</source>
      <translation>It becomes the text in one step; what stood there stays in the history (Enter)</translation>
    </message>
    <message>
      <source>Leave the text as it is</source>
      <translation>Leave the text as it is</translation>
    </message>
    <message>
      <source>Nothing changes (Esc)</source>
      <translation>Nothing changes (Esc)</translation>
    </message>
    <message>
      <source>Enter  take · Esc  leave · F7 / Shift+F7  next, previous · V  side by side · F  unchanged text</source>
      <translation>Enter  take · Esc  leave · F7 / Shift+F7  next, previous · V  side by side · F  unchanged text</translation>
    </message>
    <message>
      <source>Text on the desk ↔ pasted text</source>
      <translation>Text on the desk ↔ pasted text</translation>
    </message>
  </context>
  <context>
    <name>Versioning</name>
    <message>
      <source>The clipboard holds no text; copy the new version first.</source>
      <translation>The clipboard holds no text; copy the new version first.</translation>
    </message>
    <message>
      <source>The pasted text is the text now; what stood there is in the history, and undo brings it back.</source>
      <translation>The pasted text is the text now; what stood there is in the history, and undo brings it back.</translation>
    </message>
  </context>
  <context>
    <name>Ways</name>
    <message>
      <source>This file can be read in two ways</source>
      <translation>This file can be read in two ways</translation>
    </message>
    <message>
      <source>Read as {encoding}</source>
      <translation>Read as {encoding}</translation>
    </message>
    <message>
      <source>{actions}: {why}</source>
      <translation>{actions}: {why}</translation>
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
    <message>
      <source>Today</source>
      <translation>Today</translation>
    </message>
  </context>
  <context>
    <name>Where</name>
    <message>
      <source>Browse…</source>
      <translation>Browse…</translation>
    </message>
    <message>
      <source>Website (folder)</source>
      <translation>Website (folder)</translation>
    </message>
    <message>
      <source>Web pages, one file each</source>
      <translation>Web pages, one file each</translation>
    </message>
    <message>
      <source>Markdown files</source>
      <translation>Markdown files</translation>
    </message>
    <message>
      <source>ninjs files (exchange of news)</source>
      <translation>ninjs files (exchange of news)</translation>
    </message>
    <message>
      <source>Review copies (PDF, marked)</source>
      <translation>Review copies (PDF, marked)</translation>
    </message>
    <message>
      <source>Kind of target</source>
      <translation>Kind of target</translation>
    </message>
    <message>
      <source>Folder of the target</source>
      <translation>Folder of the target</translation>
    </message>
    <message>
      <source>Folder, for example /srv/www/news</source>
      <translation>Folder, for example /srv/www/news</translation>
    </message>
    <message>
      <source>Target {name}</source>
      <translation>Target {name}</translation>
    </message>
  </context>
  <context>
    <name>Work</name>
    <message>
      <source>A helper process stopped and was started again; your text is untouched.</source>
      <translation>A helper process stopped and was started again; your text is untouched.</translation>
    </message>
    <message>
      <source>That did not work.</source>
      <translation>That did not work.</translation>
    </message>
  </context>
  <context>
    <name>WritingAtWork</name>
    <message>
      <source>Changed in the slip: {fields}</source>
      <translation>Changed in the slip: {fields}</translation>
    </message>
    <message>
      <source>Outline</source>
      <translation>Outline</translation>
    </message>
    <message>
      <source>{characters} characters · {paragraphs} paragraphs · aloud {minutes}'{seconds:02d}"</source>
      <translation>{characters} characters · {paragraphs} paragraphs · aloud {minutes}'{seconds:02d}"</translation>
    </message>
    <message>
      <source>{characters} of {planned} characters · {paragraphs} paragraphs · aloud {minutes}'{seconds:02d}"</source>
      <translation>{characters} of {planned} characters · {paragraphs} paragraphs · aloud {minutes}'{seconds:02d}"</translation>
    </message>
    <message>
      <source>{n} selected · </source>
      <translation>{n} selected · </translation>
    </message>
    <message>
      <source>Only web and mail addresses are opened: {address}</source>
      <translation>Only web and mail addresses are opened: {address}</translation>
    </message>
  </context>
  <context>
    <name>_FindingDelegate</name>
    <message>
      <source>¶ {n}</source>
      <translation>¶ {n}</translation>
    </message>
    <message>
      <source>slip</source>
      <translation>slip</translation>
    </message>
  </context>
  <context>
    <name>context.actions</name>
    <message>
      <source>Order</source>
      <translation>Order</translation>
    </message>
  </context>
  <context>
    <name>menu</name>
    <message>
      <source>Menu</source>
      <translation>Menu</translation>
    </message>
  </context>
</TS>
