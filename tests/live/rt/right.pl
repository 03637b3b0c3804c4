# Gives a right in the queue to the agents, or takes it away: `right.pl give|take NAME`.
use strict;
use warnings;
use RT;
BEGIN { RT->LoadConfig; RT->Init; }

my ($what, $right) = @ARGV;
my $system = RT->SystemUser;
my $queue = RT::Queue->new($system);
$queue->Load('Support');
my $agents = RT::Group->new($system);
$agents->LoadUserDefinedGroup('Agents');
my $principal = $agents->PrincipalObj;
my ($value, $message) = $what eq 'give'
    ? $principal->GrantRight(Right => $right, Object => $queue)
    : $principal->RevokeRight(Right => $right, Object => $queue);
die "$what $right: $message\n" if !$value;
