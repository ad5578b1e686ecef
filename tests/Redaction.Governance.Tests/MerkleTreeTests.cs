using Xunit;

namespace Redaction.Governance.Tests;

public class MerkleTreeTests
{
    // The entries and roots with which implementations of RFC 6962 test themselves.
    private static readonly string[] s_entries =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
    private static readonly string[] s_roots =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    [Fact]
    public void Root_KnownEntries_IsThePublishedOne()
    {
        var tree = new MerkleTree();
        Assert.Equal(s_roots[0], Convert.ToHexStringLower(tree.Root()));
        for (var i = 0; i < s_entries.Length; i++)
        {
            tree.Add(Convert.FromHexString(s_entries[i]));
            Assert.Equal(s_roots[i + 1], Convert.ToHexStringLower(tree.Root()));
            Assert.Equal(s_roots[i + 1], Convert.ToHexStringLower(tree.Root(i + 1)));
        }
    }

    [Fact]
    public void Proofs_EverySize_HoldForTheirRecordOnly()
    {
        var tree = new MerkleTree();
        for (var size = 1; size <= 40; size++)
        {
            tree.Add([(byte)size]);
            var root = tree.Root();
            for (var i = 0; i < size; i++)
            {
                var proof = tree.Inclusion(i, size);
                Assert.True(MerkleTree.IsIncluded(MerkleTree.LeafHash([(byte)(i + 1)]), i, size, proof, root));
                Assert.False(MerkleTree.IsIncluded(MerkleTree.LeafHash([(byte)(i + 2)]), i, size, proof, root));
                if (size > 1) Assert.False(MerkleTree.IsIncluded(MerkleTree.LeafHash([(byte)(i + 1)]), (i + 1) % size, size, proof, root));
            }
            for (var first = 0; first <= size; first++)
            {
                var proof = tree.Consistency(first, size);
                Assert.True(MerkleTree.IsConsistent(first, size, proof, tree.Root(first), root), $"{first} of {size}");
                if (first is > 0 && first < size)
                    Assert.False(MerkleTree.IsConsistent(first, size, proof, tree.Root(first - 1), root), $"{first} of {size}");
            }
        }
    }
}
