"""Why a reading is doubtful: what `audioedition script --why` and `words` show an editor."""

UNKNOWN_ABBREVIATION = "an abbreviation that no table knows"
UNKNOWN_CAPITALS = "capitals that no table knows, said by letters"
UNKNOWN_WORD = "capitals that no table knows, said as a word"
UNKNOWN_SIGN = "a sign that no table knows, left out"
ORDER_OF_DATE = "day and month may stand the other way round"
