/** Common first names: nobody in particular. */
export const FIRST_NAMES: readonly [female: readonly string[], male: readonly string[]] = [
  split(
    "Alice, Amelia, Anna, Beatrice, Bella, Carmen, Chloe, Clara, Diana, Edith, Elena, Eliza, Ella, Esther, Eva, Faith, Flora, Grace, Hannah, Hazel, Ida, Irene, Iris, Ivy, Jane, Joan, Judith, Julia, Laura, Leah, Lena, Lily, Louise, Lucy, Mabel, Martha, Mary, Maya, Mia, Naomi, Nora, Olive, Paula, Pearl, Rosa, Ruby, Sarah, Sofia, Stella, Tessa, Vera, Violet, Wanda, Zoe"
  ),
  split(
    "Adam, Alan, Albert, Alex, Anton, Arthur, Ben, Bruno, Carl, Cesar, Charles, Colin, Daniel, David, Dennis, Edgar, Edwin, Eli, Emil, Eric, Ethan, Felix, Frank, Fred, George, Glen, Hal, Harold, Henry, Hugo, Ian, Isaac, Ivan, Jack, Jacob, Joel, John, Jonas, Karl, Leo, Lewis, Luke, Marcus, Martin, Max, Miles, Nathan, Neil, Noah, Oscar, Owen, Paul, Peter, Ralph, Simon, Theo, Victor, Walter"
  )
];

const SURNAME_STARTS = split(
  "Ash, Birch, Black, Brad, Bram, Brook, Burn, Clay, Cliff, Cray, Dal, Dun, East, Elm, Fair, Fern, Gold, Graf, Hal, Harts, Hay, Hol, Kel, Lang, Lin, Lock, Mar, Mill, Nor, Oak, Pen, Ray, Red, Sand, Shel, Stan, Thorn, Wake, Wes, Win"
);
const SURNAME_ENDS = split(
  "ford, wood, ley, ton, well, field, ham, ridge, by, den, er, ing, land, more, son, wick, worth, combe, gate, man, shaw, stead, bury, dale, hurst"
);

/** A thousand surnames put together from two halves. */
export const SURNAMES: readonly string[] = SURNAME_STARTS.flatMap((start) =>
  SURNAME_ENDS.map((end) => start + end)
);

function split(words: string): string[] {
  return words.split(", ");
}
