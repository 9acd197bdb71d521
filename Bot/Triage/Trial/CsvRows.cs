using System.Text;

namespace FeedbackBot.Triage.Trial;

/// <summary>
/// Reads comma-separated values as spreadsheets write them: quoted cells with commas, line breaks and doubled quotes, LF, CRLF or CR. A wholly blank line
/// is no row. What stands after a closing quote belongs to the cell, and a quote inside an unquoted cell is a character like any other.
/// </summary>
public static class CsvRows
{
    /// <exception cref="FormatException">A quoted cell never ends; the message says on which line it began.</exception>
    public static IEnumerable<IReadOnlyList<string>> Read(string csv)
    {
        var (at, line) = (csv.StartsWith('\uFEFF') ? 1 : 0, 1);
        while (at < csv.Length)
        {
            var row = ReadRow(csv, ref at, ref line);
            if (row is not [])
            {
                yield return row;
            }
        }
    }

    /// <summary>A cell that reads back as it is, and that a spreadsheet takes for text, never for a formula.</summary>
    public static string Cell(string value)
    {
        if (value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
        {
            value = "'" + value;
        }

        return value.AsSpan().ContainsAny(",\"\r\n") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
    }

    private static List<string> ReadRow(string csv, ref int at, ref int line)
    {
        var row = new List<string>();
        var wasQuoted = false;
        while (true)
        {
            row.Add(ReadCell(csv, ref at, ref line, ref wasQuoted));
            if (at < csv.Length && csv[at] == ',')
            {
                at++;
                continue;
            }

            if (at < csv.Length)
            {
                at += csv[at] == '\r' && at + 1 < csv.Length && csv[at + 1] == '\n' ? 2 : 1;
                line++;
            }

            return row is [""] && !wasQuoted ? [] : row;
        }
    }

    /// <summary>Leaves off at the comma, the line's end or the end of the file.</summary>
    private static string ReadCell(string csv, ref int at, ref int line, ref bool wasQuoted)
    {
        var cell = new StringBuilder();
        if (at < csv.Length && csv[at] == '"')
        {
            wasQuoted = true;
            ReadQuoted(csv, ref at, ref line, cell);
        }

        var rest = csv.AsSpan(at).IndexOfAny(",\r\n");
        var end = rest < 0 ? csv.Length : at + rest;
        cell.Append(csv, at, end - at);
        at = end;
        return cell.ToString();
    }

    private static void ReadQuoted(string csv, ref int at, ref int line, StringBuilder cell)
    {
        var from = line;
        for (at++; at < csv.Length; at++)
        {
            if (csv[at] != '"')
            {
                line += csv[at] == '\n' ? 1 : 0;
                cell.Append(csv[at]);
            }
            else if (at + 1 < csv.Length && csv[at + 1] == '"')
            {
                cell.Append('"');
                at++;
            }
            else
            {
                at++;
                return;
            }
        }

        throw new FormatException($"The quotation mark that opens a cell on line {from} is never closed.");
    }
}
