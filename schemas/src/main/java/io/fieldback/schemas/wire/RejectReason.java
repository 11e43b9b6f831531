// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

/** Why an input is refused. A closed list: reports count by it. */
public enum RejectReason {
    /** Bytes that are no text in a known encoding. */
    E_ENC_INVALID,
    /** Half of a surrogate pair. */
    E_ENC_SURROGATE,
    /** Nothing, or only white space. */
    E_EMPTY,
    /** Compressed, binary or otherwise not the format expected. */
    E_FORMAT,
    /** JSON that is no object. */
    E_NOT_OBJECT,
    /** Broken JSON. */
    E_JSON_SYNTAX,
    /** Something follows the JSON object. */
    E_JSON_TRAILING,
    /** The same key twice. */
    E_JSON_DUPKEY,
    /** Nested too deeply. */
    E_LIMIT_DEPTH,
    /** Larger than a record may be. */
    E_LIMIT_SIZE,
    /** Too many keys. */
    E_LIMIT_KEYS,
    /** A key or value longer than one may be. */
    E_LIMIT_FIELD,
    /** An event type that Fieldback does not know. */
    E_TYPE_UNKNOWN,
    /** A newer major version of a schema; read it again after an upgrade. */
    E_SCHEMA_NEWER,
    /** A value of the wrong JSON type. */
    E_TYPE,
    /** A required field is absent. */
    E_FIELD_MISSING,
    /** The id is absent. */
    E_ID_MISSING,
    /** Control characters in an id. */
    E_ID_CTRL,
    /** An id that a spreadsheet turned into a floating number. */
    E_ID_SCIENTIFIC,
    /** NaN or infinity. */
    E_NUM_NONFINITE,
    /** A number beyond what the field can hold. */
    E_NUM_RANGE,
    /** Text that is no number. */
    E_NUM_FORMAT,
    /** A negative number where none can be. */
    E_NUM_NEGATIVE,
    /** Text that is no day or time, or a day that does not exist. */
    E_TIME_INVALID,
    /** A day written so that day and month cannot be told apart. */
    E_TIME_AMBIGUOUS,
    /** A time outside 1980 to 2099. */
    E_TIME_RANGE,
    /** A time more than a day after it was received. */
    E_TIME_FUTURE,
    /** A row of another number of columns than the header. */
    E_CSV_COLUMNS,
    /** A quote that never ends. */
    E_CSV_QUOTE,
    /** A header that lacks a required column or has one twice. */
    E_FILE_HEADER,
    /** A file that may do harm when read. */
    E_FILE_UNSAFE,
    /** A file of another format than its name says. */
    E_FILE_FORMAT,
    /** A file that is still being written. */
    E_FILE_INCOMPLETE,
    /** A spreadsheet cell that holds an error. */
    E_CELL_ERROR,
    /** A value that no rule of the mapping covers. */
    E_MAP_NO_RULE,
    /** Not one record but those that a topic no longer had when they were to be read; the user went on without them. */
    E_RECORDS_LOST
}
