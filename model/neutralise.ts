/** Marks by which chat templates of open models know where a turn begins, ends, or who speaks. */
const TAGS =
  'start_of_turn|end_of_turn|start_of_image|bos|eos|s|sys|inst|system|user|assistant|human|tool|tools|tool_call|tool_calls|tool_response|tool_responses|function|function_call|think|thought|channel|message|im_start|im_end|begin_of_text|end_of_text|eom|eot|turn';

const MARKS: [RegExp, string][] = [
  // <|im_start|>, <|eot_id|>, <｜User｜>: with the bar of any width
  [/<(?=[|｜])/g, '< '],
  [/(?<=[|｜])>/g, ' >'],
  // <<SYS>>, <</SYS>>
  [/<<(\/?\s*SYS\s*)>>/gi, '< <$1> >'],
  // [INST], [/INST], [SYSTEM_PROMPT], [TOOL_CALLS], [AVAILABLE_TOOLS]
  [
    /\[(\/?)(INST|SYSTEM_PROMPT|TOOL_CALLS|TOOL_RESULTS|TOOL_CONTENT|AVAILABLE_TOOLS|IMG|PREFIX|MIDDLE|SUFFIX)\]/gi,
    '[ $1$2]',
  ],
  // <s>, </s>, <start_of_turn>, <tool_call>, <think>
  [new RegExp(`<(\\/?(?:${TAGS})\\s*\\/?)>`, 'gi'), '< $1>'],
  // ### Instruction:, ### Response: at the start of a line
  [/^(\s*)#{2,}(\s*(?:system|instructions?|response|input|user|assistant|human)\b)/gim, '$1#$2'],
];

/**
 * Makes text from outside harmless for templates that paste it into one long string: a space goes into every mark, so
 * that it reads the same to a person and is no mark any more.
 */
export function neutralise(text: string): string {
  return MARKS.reduce((clean, [mark, harmless]) => clean.replace(mark, harmless), text);
}
