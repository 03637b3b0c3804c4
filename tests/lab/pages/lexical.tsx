import { $generateHtmlFromNodes, $generateNodesFromDOM } from '@lexical/html';
import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin';
import { LinkPlugin } from '@lexical/react/LexicalLinkPlugin';
import { ListPlugin } from '@lexical/react/LexicalListPlugin';
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin';
import * as core from 'lexical';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { element, labPage, RICH } from '../page';

// biome-ignore lint/suspicious/noExplicitAny: the packages bring several copies of one set of types; the bundle has one
const { $getRoot, $insertNodes, CLEAR_HISTORY_COMMAND } = core as any;
type Editor = ReturnType<typeof useLexicalComposerContext>[0];

function Hand({ take }: { take: (editor: Editor) => void }) {
  const [editor] = useLexicalComposerContext();
  useEffect(() => take(editor), [editor, take]);
  return null;
}

labPage('lexical', async (host) => {
  const config = {
    namespace: 'lab',
    nodes: [ListNode, ListItemNode, LinkNode],
    onError: (error: Error) => {
      throw error;
    },
  };
  const editor = await new Promise<Editor>((take) => {
    createRoot(element('div', '', host)).render(
      <LexicalComposer initialConfig={config}>
        <RichTextPlugin
          contentEditable={<ContentEditable className="box" />}
          ErrorBoundary={LexicalErrorBoundary}
        />
        <HistoryPlugin />
        <ListPlugin />
        <LinkPlugin />
        <Hand take={take} />
      </LexicalComposer>,
    );
  });
  return {
    selector: '.box',
    holds: RICH,
    set: (html) => {
      editor.update(
        () => {
          const doc = new DOMParser().parseFromString(html || '<p></p>', 'text/html');
          $getRoot().clear().select();
          $insertNodes($generateNodesFromDOM(editor, doc));
        },
        { discrete: true },
      );
      editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined);
      // History begins with the state of the first update after it was cleared.
      editor.update(() => $getRoot().getFirstChild()?.markDirty(), { discrete: true });
    },
    content: () => editor.read(() => $generateHtmlFromNodes(editor)),
    model: () => JSON.stringify(editor.getEditorState().toJSON()),
  };
});
