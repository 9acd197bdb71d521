namespace FeedbackBot.Learning;

/// <summary>
/// A small network beside the regressions: each column has a vector, those of a row's columns are added up and bent, and every task is a regression over what comes out (Iyyer et al. 2015,
/// "Deep Unordered Composition Rivals Syntactic Methods"). All tasks share the vectors, so that what one set's labels say of a word helps with another's. Fitted by Adam (Kingma and Ba
/// 2015) on few rows at a time; the same rows and seed give the same vectors.
/// </summary>
internal sealed class Network(IReadOnlyList<(int[] Columns, float[] Values)> rows, int columns, IReadOnlyList<NetworkTask> tasks, int size, int seed)
{
    private const int Rounds = 5;
    private const int RowsAtOnce = 128;
    private const float Pace = 3e-3f;
    private const float Decay = 0.05f;
    private const float Spread = 0.1f;

    /// <summary>So much of a row, and of what comes out of it, is hidden each time it is learnt from, so that nothing depends on single words.</summary>
    private const double RowHidden = 0.2;

    private const double OutHidden = 0.3;

    private readonly Random _dice = new(seed);
    private readonly Adam _vectors = new((columns + 1) * size);
    private readonly Adam[] _heads = [.. tasks.Select(task => new Adam((size + 1) * task.Outputs))];

    /// <returns>The columns' vectors, after the last column the bias; and each task's weights in the order of the vector's numbers, after the last one its biases.</returns>
    public (float[] Vectors, IReadOnlyList<float[]> Heads) Fit()
    {
        Scatter(_vectors.Values.AsSpan(0, columns * size), Spread);
        foreach (var head in _heads)
        {
            Scatter(head.Values, 1 / MathF.Sqrt(size));
        }

        int[] order = [.. Enumerable.Range(0, rows.Count).Where(row => tasks.Any(task => task.Targets[row] is not null))];
        var (step, steps) = (0, Rounds * ((order.Length + RowsAtOnce - 1) / RowsAtOnce));
        for (var round = 0; round < Rounds; round++)
        {
            _dice.Shuffle(order);
            foreach (var batch in order.Chunk(RowsAtOnce))
            {
                Learn(batch, step + 1, Pace * (1 - ((float)step / steps)));
                step++;
            }
        }

        HushUnseen(order);
        return (_vectors.Values, [.. _heads.Select(head => head.Values)]);
    }

    /// <summary>A column that no row has says nothing; the dice gave it a vector all the same.</summary>
    private void HushUnseen(int[] order)
    {
        var seen = new bool[columns];
        foreach (var column in order.SelectMany(row => rows[row].Columns))
        {
            seen[column] = true;
        }

        for (var column = 0; column < columns; column++)
        {
            if (!seen[column])
            {
                _vectors.Values.AsSpan(column * size, size).Clear();
            }
        }
    }

    private void Scatter(Span<float> values, float spread)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = spread * (float)((2 * _dice.NextDouble()) - 1);
        }
    }

    private void Learn(int[] batch, int step, float pace)
    {
        foreach (var row in batch)
        {
            Learn(row, 1f / batch.Length);
        }

        _vectors.Move(step, pace, Decay);
        foreach (var head in _heads)
        {
            head.Move(step, pace, 0);
        }
    }

    private void Learn(int row, float share)
    {
        var (all, values) = rows[row];
        var shown = Enumerable.Range(0, all.Length).Where(_ => _dice.NextDouble() >= RowHidden).ToList();
        var grown = (float)(1 / Math.Sqrt(1 - RowHidden));
        Span<float> vector = stackalloc float[size];
        _vectors.Values.AsSpan(columns * size, size).CopyTo(vector);
        foreach (var i in shown)
        {
            Numbers.Add(vector, _vectors.Values.AsSpan(all[i] * size, size), values[i] * grown);
        }

        Span<float> bent = stackalloc float[size];
        Span<float> kept = stackalloc float[size];
        for (var i = 0; i < size; i++)
        {
            kept[i] = _dice.NextDouble() >= OutHidden ? (float)(1 / (1 - OutHidden)) : 0;
            vector[i] = MathF.Tanh(vector[i]);
            bent[i] = vector[i] * kept[i];
        }

        Span<float> slope = stackalloc float[size];
        slope.Clear();
        for (var task = 0; task < tasks.Count; task++)
        {
            if (tasks[task].Targets[row] is { } target)
            {
                Learn(tasks[task], _heads[task], target, bent, slope, share * tasks[task].Importance[row]);
            }
        }

        for (var i = 0; i < size; i++)
        {
            slope[i] *= kept[i] * (1 - (vector[i] * vector[i]));
        }

        Numbers.Add(_vectors.Slopes.AsSpan(columns * size, size), slope, 1);
        foreach (var i in shown)
        {
            Numbers.Add(_vectors.Slopes.AsSpan(all[i] * size, size), slope, values[i] * grown);
        }
    }

    private void Learn(NetworkTask task, Adam head, float[] target, ReadOnlySpan<float> bent, Span<float> slope, float share)
    {
        Span<float> z = stackalloc float[task.Outputs];
        head.Values.AsSpan(size * task.Outputs).CopyTo(z);
        for (var i = 0; i < size; i++)
        {
            Numbers.Add(z, head.Values.AsSpan(i * task.Outputs, task.Outputs), bent[i]);
        }

        _ = task.Exclusive ? Numbers.SoftmaxLoss(z, target) : Numbers.SigmoidLoss(z, target);
        for (var i = 0; i < task.Outputs; i++)
        {
            z[i] *= share;
        }

        for (var i = 0; i < size; i++)
        {
            var weights = head.Values.AsSpan(i * task.Outputs, task.Outputs);
            for (var output = 0; output < task.Outputs; output++)
            {
                slope[i] += weights[output] * z[output];
            }

            Numbers.Add(head.Slopes.AsSpan(i * task.Outputs, task.Outputs), z, bent[i]);
        }

        Numbers.Add(head.Slopes.AsSpan(size * task.Outputs, task.Outputs), z, 1);
    }
}
