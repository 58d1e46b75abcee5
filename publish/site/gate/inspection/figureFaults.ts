/** Expected figures that are absent, or have neither picture nor table nor the word that they can't be drawn. */
export function figureFaults(ids: readonly string[]): string[] {
  return ids.flatMap((id) => {
    const figure = document.getElementById(id);
    if (!figure) return [`lacks the figure "${id}"`];
    const shown = figure.matches(".figure-missing") || figure.querySelector("svg, table, img, canvas");
    return shown ? [] : [`has the figure "${id}" without a picture or a table`];
  });
}
