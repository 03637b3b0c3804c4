/**
 * Why an entry does not belong into a file with this filter, or null. A filter that others made up is taken at its
 * word: the format leaves its shape open.
 * @param {Record<string, any> | null} filter
 * @param {Record<string, any>} entry
 */
export function outsideFilter(filter, entry) {
  if (filter === null) return null;
  if (typeof filter.runId === 'string' && entry.runId !== filter.runId)
    return `is not of the run ${filter.runId}`;
  if (typeof filter.recordKey === 'string' && recordKeyOf(entry.data.record) !== filter.recordKey) {
    return `is not of the record ${filter.recordKey}`;
  }
  const at = Date.parse(entry.at);
  if (typeof filter.from === 'string' && at < Date.parse(filter.from)) return `is older than ${filter.from}`;
  if (typeof filter.to === 'string' && at > Date.parse(filter.to)) return `is newer than ${filter.to}`;
  return null;
}

/** @param {any} record */
function recordKeyOf(record) {
  return record && typeof record === 'object'
    ? JSON.stringify([record.site, record.host, record.type, record.id])
    : null;
}
