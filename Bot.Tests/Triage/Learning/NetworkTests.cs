using FeedbackBot.Learning;

namespace FeedbackBot.Tests.Triage.Learning;

public sealed class NetworkTests
{
    private const int Size = 8;
    private const int Columns = 6;

    [Fact]
    public void It_learns_several_tasks_at_once_and_a_row_counts_only_where_somebody_has_said()
    {
        // The columns' number says one thing, whether it is even another; of the latter only every other row says anything.
        var rows = Rows();
        var network = Fit(
            rows,
            [
                new NetworkTask([.. rows.Select(r => One(r.Columns[0] / 2, 3))], Even(rows.Count), 3, Exclusive: true),
                new NetworkTask([.. rows.Select((r, i) => i % 2 == 0 ? new[] { r.Columns[0] % 2 == 0 ? 1f : 0 } : null)], Even(rows.Count), 1, Exclusive: false),
            ],
            seed: 1);

        for (var column = 0; column < Columns; column++)
        {
            var choices = Answer(network, column, task: 0, outputs: 3);
            Assert.Equal(column / 2, Array.IndexOf(choices, choices.Max()));
            Assert.Equal(column % 2 == 0, Answer(network, column, task: 1, outputs: 1)[0] > 0);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_vectors_and_another_gives_others()
    {
        var rows = Rows();
        var task = new NetworkTask([.. rows.Select(r => One(r.Columns[0] / 2, 3))], Even(rows.Count), 3, Exclusive: true);

        var vectors = Fit(rows, [task], seed: 1).Vectors;

        Assert.Equal(vectors, Fit(rows, [task], seed: 1).Vectors);
        Assert.NotEqual(vectors, Fit(rows, [task], seed: 2).Vectors);
    }

    private static List<(int[] Columns, float[] Values)> Rows() => [.. Enumerable.Range(0, 12_000).Select(i => (new[] { i / 2 % Columns }, new[] { 1f }))];

    private static (float[] Vectors, IReadOnlyList<float[]> Heads) Fit(List<(int[] Columns, float[] Values)> rows, IReadOnlyList<NetworkTask> tasks, int seed) =>
        new Network(rows, Columns, tasks, Size, seed).Fit();

    private static float[] Answer((float[] Vectors, IReadOnlyList<float[]> Heads) network, int column, int task, int outputs)
    {
        var head = network.Heads[task];
        var answer = head[^outputs..];
        for (var i = 0; i < Size; i++)
        {
            var bent = MathF.Tanh(network.Vectors[(Columns * Size) + i] + network.Vectors[(column * Size) + i]);
            for (var output = 0; output < outputs; output++)
            {
                answer[output] += head[(i * outputs) + output] * bent;
            }
        }

        return answer;
    }

    private static float[] One(int which, int of)
    {
        var target = new float[of];
        target[which] = 1;
        return target;
    }

    private static float[] Even(int rows) => [.. Enumerable.Repeat(1f, rows)];
}
