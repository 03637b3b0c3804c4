# What an administrator, or a person in the preferences, changes while Request Tracker runs. Loading RT takes longer
# than all of this, so one process does it line by line: a JSON list of words in, `ok` or what went wrong out.
#   ["right", "give"|"take", NAME]   to all agents in the queue Support
#   ["lang", LOGIN, "fr"]            ["prefer", LOGIN, NAME, VALUE|null]
#   ["notes", TICKET, COUNT]         so many comments, without the rules that would answer each
#   ["restore", FILE]                every table as it is in that database
use strict;
use warnings;
use utf8;
use JSON;
use RT;
BEGIN { RT->LoadConfig; RT->Init; }
use MIME::Entity;

sub must {
    my ($done, $message) = @_;
    die $message . "\n" if !$done;
}

sub load {
    my ($class, $name) = @_;
    my $object = "RT::$class"->new(RT->SystemUser);
    $object->Load($name);
    die "There is no $class “$name”.\n" if !$object->Id;
    return $object;
}

my %change = (
    right => sub {
        my ($what, $right) = @_;
        my $agents = RT::Group->new(RT->SystemUser);
        $agents->LoadUserDefinedGroup('Agents');
        my %of = (Right => $right, Object => load('Queue', 'Support'));
        must($what eq 'give' ? $agents->PrincipalObj->GrantRight(%of) : $agents->PrincipalObj->RevokeRight(%of));
    },
    lang => sub {
        my ($login, $language) = @_;
        my $user = load('User', $login);
        # RT calls it a failure when it was so already.
        $user->SetLang($language) if ($user->Lang // '') ne $language;
    },
    prefer => sub {
        my ($login, $name, $value) = @_;
        my $user = load('User', $login);
        my $chosen = $user->Preferences(RT->System, {}) || {};
        $chosen = { %$chosen, $name => $value };
        delete $chosen->{$name} if !defined $value;
        must($user->SetPreferences(RT->System, $chosen));
    },
    notes => sub {
        my ($id, $count) = @_;
        my $ticket = load('Ticket', $id);
        for my $number (1 .. $count) {
            my $text = "Note $number: " . 'a long line. ' x 20;
            must($ticket->_NewTransaction(Type => 'Comment', ActivateScrips => 0,
                MIMEObj => MIME::Entity->build(Type => 'text/plain', Data => $text)));
        }
    },
    restore => sub {
        my ($file) = @_;
        my $db = $RT::Handle->dbh;
        $db->do('ATTACH DATABASE ? AS seeded', undef, $file);
        $db->begin_work;
        my $tables = $db->selectcol_arrayref(
            "SELECT name FROM seeded.sqlite_master WHERE type = 'table' AND (name NOT LIKE 'sqlite_%' OR name = 'sqlite_sequence')");
        for my $table (map { $db->quote_identifier($_) } @$tables) {
            $db->do("DELETE FROM main.$table");
            $db->do("INSERT INTO main.$table SELECT * FROM seeded.$table");
        }
        $db->commit;
        $db->do('DETACH DATABASE seeded');
    },
);

$| = 1;
while (my $line = <STDIN>) {
    my ($what, @words) = @{ JSON->new->utf8->decode($line) };
    # others write to the same database
    DBIx::SearchBuilder::Record::Cachable->FlushCache;
    RT::Principal->InvalidateACLCache;
    my $done = eval { $change{$what}->(@words); 1 };
    my $words = $done ? 'ok' : ($@ || 'failed');
    $words =~ s/\s+/ /g;
    print "$words\n";
}
